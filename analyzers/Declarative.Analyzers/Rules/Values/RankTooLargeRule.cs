using Declarative.Analyzers.Attributes;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0102: a weight of [out, in] has no update of a rank above min(out, in).</summary>
internal sealed class RankTooLargeRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.RankTooLarge;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        var rank = context.Plan.Spec.Rank;
        if (rank < 1 || !context.Plan.Spec.BoundsRank)
            return;

        ParsedLayer? worst = null;
        var others = 0;
        foreach (var layer in context.Plan.Layers)
        {
            if (layer.Shape?.SmallerSide is not { } side || side >= rank)
                continue;
            others += worst is null ? 0 : 1;
            if (worst is null || side < worst.Shape!.SmallerSide)
                worst = layer;
        }
        if (worst is { Shape: { } shape })
        {
            report(Diagnostic.Create(
                Descriptor,
                context.LocationOf("Rank"),
                LargestRank.Properties(context, rank - 1),
                rank,
                worst.Template,
                shape.WeightShape(worst.Kind),
                shape.SmallerSide,
                LargestRank.Further(others)));
        }
    }
}
