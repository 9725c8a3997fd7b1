namespace Declarative.Analyzers.Spelling;

/// <summary>Finds the name that was meant.</summary>
internal static class NearestName
{
    /// <summary>
    /// The candidate with the fewest edits, the first of equals; null when none is near: more than a third of the
    /// word's letters would have to change, or more than three. A difference in case alone is always near.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Min(3, Math.Max(1, word.Length / 3));
        string? nearest = null;
        var fewest = limit + 1;
        foreach (var candidate in candidates)
        {
            var distance = string.Equals(word, candidate, StringComparison.OrdinalIgnoreCase) ? 0
                : Math.Abs(candidate.Length - word.Length) >= fewest ? fewest
                : EditDistance.Between(word, candidate);
            if (distance < fewest)
                (nearest, fewest) = (candidate, distance);
        }
        return nearest;
    }
}
