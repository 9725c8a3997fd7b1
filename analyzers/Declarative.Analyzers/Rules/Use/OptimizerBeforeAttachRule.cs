using Declarative.Analyzers.Use;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Use;

/// <summary>DCL0402: an optimizer of a model's parameters that is stepped after Attach is built after it.</summary>
internal sealed class OptimizerBeforeAttachRule : UseRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.OptimizerBeforeAttach;

    public override void Check(UseEvent happened, UseState state, Action<Diagnostic> report)
    {
        if (happened.Kind != UseEventKind.Stepped)
            return;
        foreach (var whole in state.All<Collects>().Where(c => c.IsWhole && happened.Things.Contains(c.Holder)))
        {
            foreach (var set in state.SetsOn(whole.Owner).Where(s => state.Has(new TakenBefore(whole.Holder, s))))
            {
                report(Diagnostic.Create(
                    Descriptor,
                    whole.Expression.GetLocation(),
                    state.NameOf(whole.Holder, "optimizer"),
                    whole.Expression.ToString(),
                    state.NameOf(set, "adapters")));
            }
        }
    }
}
