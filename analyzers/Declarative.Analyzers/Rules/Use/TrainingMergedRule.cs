using Declarative.Analyzers.Reach;
using Declarative.Analyzers.Use;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Use;

/// <summary>DCL0405: adapters are unmerged before they are trained on.</summary>
internal sealed class TrainingMergedRule : UseRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.TrainingMerged;

    public override void Check(UseEvent happened, UseState state, Action<Diagnostic> report)
    {
        if (happened.Kind != UseEventKind.Stepped)
            return;
        foreach (var merged in state.All<Merged>())
        {
            foreach (var optimizer in happened.Things.Where(o => Trains(o, merged.Set, state)))
            {
                report(Diagnostic.Create(
                    Descriptor,
                    CallSyntax.Name(happened.Call).GetLocation(),
                    state.NameOf(optimizer, "optimizer"),
                    state.NameOf(merged.Set, "adapters")));
            }
        }
    }

    // An optimizer that comes from elsewhere trains the set if a backward pass has run since the merge.
    private static bool Trains(Thing optimizer, Thing set, UseState state)
    {
        var owners = state.All<Collects>().Where(c => c.Holder == optimizer).Select(static c => c.Owner).ToList();
        return owners.Count > 0
            ? owners.Any(o => state.Concerns(set, o))
            : optimizer.Origin is ISymbol && state.Has(new BackwardWhileMerged(set));
    }
}
