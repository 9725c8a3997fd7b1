using Declarative.Analyzers.Reach;
using Declarative.Analyzers.Use;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Use;

/// <summary>DCL0406: adapters are saved and loaded by their set, not with the whole model.</summary>
internal sealed class ModelSavedRule : UseRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ModelSaved;

    public override void Check(UseEvent happened, UseState state, Action<Diagnostic> report)
    {
        // Keys that are skipped, or may be missing, are said on purpose.
        if (happened.Kind != UseEventKind.FileUsed || happened.Call.Arguments.Any(static a => !a.IsImplicit && a.Parameter?.Name is "skip" or "strict"))
            return;
        foreach (var model in happened.Things)
        {
            foreach (var set in state.SetsOn(model).Where(s => !state.Has(new Merged(s))))
            {
                var (verb, instead) = happened.Call.TargetMethod.Name == "save"
                    ? ("writes", "SavePretrained' writes")
                    : ("expects", "Load' reads");
                report(Diagnostic.Create(
                    Descriptor,
                    CallSyntax.Name(happened.Call).GetLocation(),
                    $"{state.NameOf(model, "model")}.{happened.Call.TargetMethod.Name}",
                    verb,
                    $"'{state.NameOf(set, "adapters")}.{instead}"));
            }
        }
    }
}
