using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0140: pruning leads from the initial rank down to a target from 1.</summary>
internal sealed class TargetRankRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.TargetRank;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        // An initial rank below 1 is another rule's.
        if (context.Plan.Spec is AdaLoraSpec { Rank: >= 1 } spec && (spec.TargetRank < 1 || spec.TargetRank > spec.Rank))
        {
            var property = context.Find(nameof(spec.TargetRank)) is null ? spec.RankProperty : nameof(spec.TargetRank);
            report(Diagnostic.Create(Descriptor, context.LocationOf(property), spec.TargetRank, spec.Rank));
        }
    }
}
