using System.Text.RegularExpressions;

namespace Declarative;

/// <summary>The keys of PEFT's <c>rank_pattern</c> and <c>alpha_pattern</c>: regular expressions for the end of a layer's path.</summary>
/// <remarks>This file is compiled into the library and into the analyzers, so that there is one reading of a pattern.</remarks>
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
