using System.Diagnostics.CodeAnalysis;

namespace Declarative.Patterns;

/// <summary>One alternative of a <see cref="TargetPattern"/>, with its place in the text.</summary>
internal sealed class TargetAlternative
{
    private const string AnySegments = "**";
    private readonly string[] segments;

    private TargetAlternative(string text, int start)
    {
        Text = text;
        Start = start;
        segments = text.Split('.');
    }

    /// <summary>The alternative as written, without the spaces around it.</summary>
    public string Text { get; }

    /// <summary>Where <see cref="Text"/> starts in the whole pattern.</summary>
    public int Start { get; }

    /// <summary>Whether this is <see cref="TargetPattern.AllLinear"/>.</summary>
    public bool IsAllLinear => Text == TargetPattern.AllLinear;

    /// <inheritdoc cref="TargetPattern.Matches"/>
    public bool Matches(string path, bool isLinear) => Decide(path, isLinear, Glob);

    /// <inheritdoc cref="TargetPattern.CouldMatch"/>
    public bool CouldMatch(string template, bool isLinear) => Decide(template, isLinear, static (pattern, segment) =>
        segment switch
        {
            TargetPattern.AnyElement => true,
            TargetPattern.AnyIndex => pattern.All(static c => c is '*' or (>= '0' and <= '9')),
            _ => Glob(pattern, segment),
        });

    /// <inheritdoc cref="TargetPattern.MustMatch"/>
    public bool MustMatch(string template, bool isLinear) => Decide(template, isLinear, static (pattern, segment) =>
        segment is TargetPattern.AnyElement or TargetPattern.AnyIndex ? pattern == "*" : Glob(pattern, segment));

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal static bool TryParse(
        string pattern,
        int start,
        int end,
        [NotNullWhen(true)] out TargetAlternative? alternative,
        [NotNullWhen(false)] out PatternError? error)
    {
        var (first, last) = (start, end);
        while (first < last && char.IsWhiteSpace(pattern[first]))
            first++;
        while (last > first && char.IsWhiteSpace(pattern[last - 1]))
            last--;

        error = first == last
            ? new PatternError("a name is missing", start, Math.Max(end - start, pattern.Length > start ? 1 : 0))
            : FindError(pattern, first, last);
        alternative = error is null ? new TargetAlternative(pattern.Substring(first, last - first), first) : null;
        return error is null;
    }

    private static PatternError? FindError(string pattern, int start, int end)
    {
        for (int segment = start, i = start; i <= end; i++)
        {
            if (i == end || pattern[i] == '.')
            {
                var text = pattern.Substring(segment, i - segment);
                if (text.Length == 0)
                    return new PatternError("a segment between dots is empty", Math.Max(segment - 1, start), 1);
                if (text != AnySegments && text.Contains(AnySegments))
                    return new PatternError($"'**' must be a segment of its own, not a part of '{text}'", segment, text.Length);
                segment = i + 1;
            }
            else if (!(char.IsLetterOrDigit(pattern[i]) || pattern[i] is '_' or '-' or '*'))
            {
                return new PatternError(
                    $"'{pattern[i]}' cannot be in a layer's name (a pattern knows '|', '.', '*' and '**', it is no regular expression)", i, 1);
            }
        }
        return null;
    }

    private bool Decide(string path, bool isLinear, Func<string, string, bool> matchesSegment) =>
        IsAllLinear ? isLinear && !TargetPattern.IsOutputHead(path) : IsSuffix([.. path.Split('.').Select(TargetPattern.MemberName)], matchesSegment);

    // From the last segment to the first; on a mismatch, the nearest '**' behind takes one segment more.
    private bool IsSuffix(string[] path, Func<string, string, bool> matchesSegment)
    {
        int p = segments.Length - 1, s = path.Length - 1;
        int retryPattern = -1, retryPath = -1;
        while (p >= 0)
        {
            if (segments[p] == AnySegments)
                (retryPattern, retryPath) = (--p, s);
            else if (s >= 0 && matchesSegment(segments[p], path[s]))
                (p, s) = (p - 1, s - 1);
            else if (retryPath >= 0)
                (p, s) = (retryPattern, --retryPath);
            else
                return false;
        }
        return true;
    }

    private static bool Glob(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, starText = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, starText) = (p++, t);
            else if (p < pattern.Length && pattern[p] == text[t])
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (p, t) = (star + 1, ++starText);
            else
                return false;
        }
        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
