using System.Collections.Immutable;
using Declarative.Analyzers.Use;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Use;

/// <summary>DCL0401: while adapters are attached, an optimizer is of their parameters and not of the whole model's.</summary>
internal sealed class OptimizerOverModelRule : UseRule
{
    /// <summary>The property of a diagnostic that names the set.</summary>
    public const string Set = nameof(Set);

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.OptimizerOverModel;

    public override void Check(UseEvent happened, UseState state, Action<Diagnostic> report)
    {
        if (happened.Kind != UseEventKind.OptimizerBuilt)
            return;
        foreach (var whole in state.All<Collects>().Where(c => c.IsWhole && happened.Things.Contains(c.Holder)))
        {
            foreach (var set in state.SetsOn(whole.Owner).Where(s => !state.Has(new TakenBefore(whole.Holder, s))))
            {
                report(Diagnostic.Create(
                    Descriptor,
                    whole.Expression.GetLocation(),
                    ImmutableDictionary<string, string?>.Empty.Add(Set, state.PlaceOf(set)?.Name),
                    whole.Expression.ToString(),
                    state.NameOf(whole.Owner, "model"),
                    state.NameOf(set, "adapters")));
            }
        }
    }
}
