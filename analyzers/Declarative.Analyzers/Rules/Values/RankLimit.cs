using System.Collections.Immutable;
using System.Globalization;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>What the rules about too large a rank have in common.</summary>
internal static class RankLimit
{
    /// <summary>The property of a diagnostic under which a code fix finds the largest valid rank.</summary>
    public const string LargestRank = nameof(LargestRank);

    /// <summary>The largest valid rank for a code fix; nothing where no rank is valid.</summary>
    public static ImmutableDictionary<string, string?> Properties(long largest) => largest < 1
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(LargestRank, largest.ToString(CultureInfo.InvariantCulture));

    /// <summary>How a message speaks of the layers beside the one that it names.</summary>
    public static string Further(int layers) =>
        layers == 0 ? "" : layers == 1 ? " and of one layer more" : $" and of {layers} layers more";
}
