using System.Globalization;
using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0106: an adapter has fewer parameters than the weight that it stands in for.</summary>
internal sealed class MoreParametersThanLayerRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.MoreParametersThanLayer;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        var spec = context.Plan.Spec;
        if (spec.Rank < 1 || (spec.BoundsRank && context.Plan.Layers.Any(l => l.Shape?.SmallerSide < spec.Rank)))
            return; // another rule's

        ParsedLayer? worst = null;
        var (most, others) = (1.0, 0);
        foreach (var layer in context.Plan.Layers)
        {
            if (Excess(spec, layer) is not { } excess)
                continue;
            others += worst is null ? 0 : 1;
            if (excess > most)
                (worst, most) = (layer, excess);
        }
        if (worst is { Shape: { } shape })
        {
            report(Diagnostic.Create(
                Descriptor,
                context.LocationOf("Rank"),
                LargestRank.Properties(context, spec.Rank - 1),
                spec.Rank,
                worst.Template,
                shape.WeightShape(worst.Kind),
                Text(spec.CountParameters(worst.Kind, shape)),
                Text(shape.Weight),
                LargestRank.Further(others)));
        }
    }

    /// <summary>How many times the weight's parameters the adapter has, where that is more than once.</summary>
    internal static double? Excess(MethodSpec spec, ParsedLayer layer) =>
        layer.Shape is { Weight.Value: { } weight } shape
        && spec.CountParameters(layer.Kind, shape).Value is { } parameters
        && parameters > weight
            ? (double)parameters / weight
            : null;

    private static string Text(Size size) => size.Value!.Value.ToString("N0", CultureInfo.InvariantCulture);
}
