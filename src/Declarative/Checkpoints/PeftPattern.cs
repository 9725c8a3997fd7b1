using System.Text.RegularExpressions;

namespace Declarative;

/// <summary>The keys of PEFT's <c>rank_pattern</c> and <c>alpha_pattern</c>: regular expressions for the end of a layer's path.</summary>
internal static class PeftPattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The value of the first pattern that matches, or <paramref name="otherwise"/>.</summary>
    /// <exception cref="FormatException">A pattern is no regular expression.</exception>
    public static double Find(IReadOnlyList<(string Pattern, double Value)> patterns, string layer, double otherwise)
    {
        foreach (var (pattern, value) in patterns)
        {
            if (Matches(pattern, layer))
                return value;
        }
        return otherwise;
    }

    /// <summary>
    /// Patterns that give every layer its value: the shortest suffix of its path that no layer with another value ends with.
    /// </summary>
    /// <param name="values">The layers with their values.</param>
    /// <param name="otherwise">The value that needs no pattern.</param>
    public static IEnumerable<(string Pattern, double Value)> Create(IReadOnlyDictionary<string, double> values, double otherwise) =>
        values
            .Where(v => v.Value != otherwise)
            .Select(v =>
            {
                var others = values.Where(o => o.Value != v.Value).Select(static o => o.Key).ToList();
                return (Pattern: LayerNames.Shortest(v.Key, others) is { } name ? Regex.Escape(name) : $"^{Regex.Escape(v.Key)}", v.Value);
            })
            .Distinct()
            .OrderBy(static v => v.Pattern, StringComparer.Ordinal);

    private static bool Matches(string pattern, string layer)
    {
        try
        {
            return Regex.IsMatch(layer, $@"^(.*\.)?({pattern})$", RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            throw new FormatException($"the pattern '{pattern}' cannot be used: {e.Message}", e);
        }
    }
}
