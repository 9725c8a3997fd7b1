using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0105: the orthogonal start gives each half of the rank its own rows, so the rank is even.</summary>
internal sealed class OddRankRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.OddRank;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Find("Rank") is { Value: int value and > 0 } rank && value % 2 != 0 && context.Plan.Spec is LowRankSpec { Init: LowRankSpec.Orthogonal })
            report(Diagnostic.Create(Descriptor, rank.Location, LargestRank.Properties(context, value - 1), rank.Text));
    }
}
