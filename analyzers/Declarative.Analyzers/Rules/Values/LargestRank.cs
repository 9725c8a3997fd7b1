using System.Collections.Immutable;
using System.Globalization;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Methods;
using Declarative.Generators.Model;
using Declarative.Generators.Parsing;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>The rank that a diagnostic about a rank too large proposes: a code fix finds it in the properties.</summary>
internal static class LargestRank
{
    /// <summary>The property of a diagnostic that holds the rank, as the invariant culture writes it.</summary>
    public const string Property = nameof(LargestRank);

    /// <summary>The property of a diagnostic that holds the attribute's property that says the rank.</summary>
    public const string Argument = nameof(Argument);

    /// <summary>
    /// The properties of a diagnostic that wants a rank of <paramref name="limit"/> at most: the largest one that the method
    /// allows, that no layer of the attribute is too small for, and at which no adapter is larger than its layer.
    /// </summary>
    public static ImmutableDictionary<string, string?> Properties(AttributeContext context, int limit)
    {
        var spec = context.Plan.Spec;
        var sides = context.Plan.Layers.Select(l => (l.Shape is { } shape ? spec.LargestRank(shape) : null) ?? limit).Append(limit).Min();
        var worthwhile = context.Plan.Layers.Select(l => Worthwhile(spec, l, sides)).Append(sides).Min();
        var rank = AllMethods.Of(spec).LargestRank(spec, (int)(worthwhile < 1 ? sides : worthwhile));
        var properties = ImmutableDictionary<string, string?>.Empty;
        return rank < 1
            ? properties
            : properties.Add(Property, rank.ToString(CultureInfo.InvariantCulture)).Add(Argument, spec.RankProperty);
    }

    /// <summary>How a message speaks of the layers beside the one that it names.</summary>
    public static string Further(int layers) =>
        layers == 0 ? "" : layers == 1 ? " and of one layer more" : $" and of {layers} layers more";

    // The parameters grow with the rank, so the last rank before they are too many is found by halving.
    private static long Worthwhile(MethodSpec spec, ParsedLayer layer, long limit)
    {
        var (low, high) = (0L, limit + 1);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (MoreParametersThanLayerRule.Excess(spec with { Rank = (int)middle }, layer) is null)
                low = middle;
            else
                high = middle;
        }
        return low;
    }
}
