using System.Diagnostics.CodeAnalysis;

namespace Declarative.Patterns;

/// <summary>
/// What <c>Targets</c> and <c>Exclude</c> say: alternatives split by <c>|</c>, each of which matches a suffix of a
/// layer's path by whole segments. The path is relative to the annotated class.
/// </summary>
/// <remarks>
/// <c>*</c> stands for any characters inside one segment, <c>**</c> (a segment of its own) for any number of segments,
/// none included, and <c>all-linear</c> for every linear-like layer but the output head. This file is compiled into the
/// generator and into the library, so that there is one reading of a pattern.
/// </remarks>
internal sealed class TargetPattern
{
    /// <summary>The alternative that means every linear-like layer but the output head.</summary>
    public const string AllLinear = "all-linear";

    /// <summary>The template segment that stands for the key of a dictionary's element, or any element.</summary>
    public const string AnyElement = "*";

    /// <summary>The template segment that stands for the index of a list's element.</summary>
    public const string AnyIndex = "#";

    /// <summary>The pattern that matches no layer: an <c>Exclude</c> left empty.</summary>
    public static TargetPattern Nothing { get; } = new([]);

    private TargetPattern(IReadOnlyList<TargetAlternative> alternatives) => Alternatives = alternatives;

    /// <summary>The alternatives, in the order written.</summary>
    public IReadOnlyList<TargetAlternative> Alternatives { get; }

    /// <summary>Whether the layer at <paramref name="path"/> (<c>blocks.0.attn.q_proj</c>) is meant.</summary>
    public bool Matches(string path, bool isLinear) => Alternatives.Any(a => a.Matches(path, isLinear));

    /// <summary>
    /// Whether some layer of <paramref name="template"/> can be meant: a path in which <see cref="AnyElement"/> and
    /// <see cref="AnyIndex"/> stand for what only a run knows (<c>blocks.#.attn.q_proj</c>).
    /// </summary>
    public bool CouldMatch(string template, bool isLinear) => Alternatives.Any(a => a.CouldMatch(template, isLinear));

    /// <summary>Whether every layer of <paramref name="template"/> is meant, whatever its elements turn out to be.</summary>
    public bool MustMatch(string template, bool isLinear) => Alternatives.Any(a => a.MustMatch(template, isLinear));

    /// <summary>Whether the last segment of <paramref name="path"/> names a model's output layer.</summary>
    public static bool IsOutputHead(string path) =>
        MemberName(path.Substring(path.LastIndexOf('.') + 1)) is "lm_head" or "output_head" or "head" or "score" or "classifier";

    /// <summary>
    /// The member that a registered name stands for: TorchSharp registers an auto-property and a captured parameter under the
    /// name of the field that the compiler makes for it, <c>&lt;q_proj&gt;k__BackingField</c> or <c>&lt;q_proj&gt;P</c>.
    /// </summary>
    public static string MemberName(string segment)
    {
        var end = segment.Length > 0 && segment[0] == '<' ? segment.IndexOf('>') : -1;
        return end > 1 && segment.Substring(end + 1) is "k__BackingField" or "P" ? segment.Substring(1, end - 1) : segment;
    }

    /// <summary>Reads <paramref name="text"/>; on failure <paramref name="error"/> says what is wrong and where.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out TargetPattern? pattern, [NotNullWhen(false)] out PatternError? error)
    {
        var alternatives = new List<TargetAlternative>();
        pattern = null;
        for (var start = 0; start <= text.Length;)
        {
            var bar = text.IndexOf('|', start);
            var end = bar < 0 ? text.Length : bar;
            if (!TargetAlternative.TryParse(text, start, end, out var alternative, out error))
                return false;
            alternatives.Add(alternative);
            start = end + 1;
        }
        pattern = new TargetPattern(alternatives);
        error = null;
        return true;
    }

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <exception cref="FormatException">The pattern is malformed.</exception>
    public static TargetPattern Parse(string text) =>
        TryParse(text, out var pattern, out var error)
            ? pattern
            : throw new FormatException($"The target pattern \"{text}\" is malformed: {error.Message}.");

    /// <summary>The pattern as written, spaces around alternatives left out.</summary>
    public override string ToString() => string.Join("|", Alternatives);
}
