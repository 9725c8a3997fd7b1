namespace Declarative.Analyzers.Spelling;

/// <summary>
/// The Damerau-Levenshtein distance in its restricted form (optimal string alignment): how many insertions, deletions,
/// substitutions and swaps of neighbours turn one word into the other, no part of it edited twice.
/// </summary>
internal static class EditDistance
{
    /// <summary>The distance between two words, case counted.</summary>
    public static int Between(string from, string to)
    {
        var (before, previous, current) = (new int[to.Length + 1], new int[to.Length + 1], new int[to.Length + 1]);
        for (var j = 0; j <= to.Length; j++)
            previous[j] = j;

        for (var i = 1; i <= from.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitution = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }
            (before, previous, current) = (previous, current, before);
        }
        return previous[to.Length];
    }
}
