using System.Collections.Immutable;
using System.Globalization;
using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>The rank that a diagnostic about a rank too large proposes: a code fix finds it in the properties.</summary>
internal static class LargestRank
{
    /// <summary>The property of a diagnostic that holds the rank, as the invariant culture writes it.</summary>
    public const string Property = nameof(LargestRank);

    private const string Orthogonal = nameof(Orthogonal);

    /// <summary>Whether the rank must be even: the orthogonal start gives each half its own rows.</summary>
    public static bool IsEven(AttributeContext context) => context.Plan.Spec is LoraSpec { Init: Orthogonal };

    /// <summary>
    /// The properties of a diagnostic that wants a rank of <paramref name="limit"/> at most: the largest one that is valid
    /// for every layer of the attribute, if there is one.
    /// </summary>
    public static ImmutableDictionary<string, string?> Properties(AttributeContext context, long limit)
    {
        var rank = context.Plan.Layers.Select(static l => l.Shape?.SmallerSide ?? long.MaxValue).Append(limit).Min();
        if (IsEven(context))
            rank -= rank % 2;
        var properties = ImmutableDictionary<string, string?>.Empty;
        return rank < 1 ? properties : properties.Add(Property, rank.ToString(CultureInfo.InvariantCulture));
    }
}
