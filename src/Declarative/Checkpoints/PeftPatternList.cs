using System.Text.RegularExpressions;

namespace Declarative;

/// <summary>Writes what <see cref="PeftPattern"/> reads.</summary>
internal static class PeftPatternList
{
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
}
