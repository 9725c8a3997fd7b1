using Declarative.Analyzers.Reach;
using Declarative.Analyzers.Use;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Use;

/// <summary>DCL0403: an optimizer that trains adapters is built after the last move of the model.</summary>
internal sealed class OptimizerBeforeMoveRule : UseRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.OptimizerBeforeMove;

    public override void Check(UseEvent happened, UseState state, Action<Diagnostic> report)
    {
        if (happened.Kind != UseEventKind.Stepped)
            return;
        foreach (var replaced in state.All<Replaced>().Where(r => happened.Things.Contains(r.Holder) && IsOfAdapters(r.Holder, state)))
        {
            var call = CallSyntax.Name(replaced.Move);
            report(Diagnostic.Create(
                Descriptor,
                call.GetLocation(),
                replaced.Move.Syntax.ToString(),
                state.NameOf(replaced.Holder, "optimizer")));
        }
    }

    private static bool IsOfAdapters(Thing optimizer, UseState state) => state.All<Collects>().Any(c =>
        c.Holder == optimizer && state.All<Attached>().Any(a => a.Set == c.Owner || a.Model == c.Owner));
}
