using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Declarative.Analyzers.Tests.Verification;

/// <summary>
/// Source text with the marks taken out: <c>[|text|]</c> (the test's default rule), <c>{|DCL0001:text|}</c> (that rule)
/// and <c>{|#0:text|}</c> (a place that <see cref="DiagnosticResult.WithLocation"/> names). Marks may nest.
/// </summary>
internal sealed record TestMarkup(string Source, ImmutableArray<TestMarkup.Mark> Marks)
{
    /// <param name="Label">An id, <c>#</c> and a number, or empty for the default rule.</param>
    /// <param name="Span">The marked text, in the source without marks.</param>
    internal readonly record struct Mark(string Label, TextSpan Span)
    {
        public int? Key => Label.StartsWith('#') ? int.Parse(Label.AsSpan(1), CultureInfo.InvariantCulture) : null;
    }

    public static TestMarkup Parse(string text)
    {
        var source = new StringBuilder(text.Length);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var open = new Stack<(string Label, int Start, char End)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (open.Count > 0 && text[i] == '|' && i + 1 < text.Length && text[i + 1] == open.Peek().End)
            {
                var (label, start, _) = open.Pop();
                marks.Add(new(label, TextSpan.FromBounds(start, source.Length)));
                i++;
            }
            else if (StartsMark(text, i, '['))
            {
                open.Push(("", source.Length, ']'));
                i++;
            }
            else if (StartsMark(text, i, '{'))
            {
                var colon = text.IndexOf(':', i);
                open.Push((text[(i + 2)..colon], source.Length, '}'));
                i = colon;
            }
            else
            {
                source.Append(text[i]);
            }
        }
        return open.Count == 0
            ? new(source.ToString(), marks.ToImmutable())
            : throw new FormatException($"The mark '{open.Peek().Label}' is never closed.");
    }

    private static bool StartsMark(string text, int i, char bracket) =>
        text[i] == bracket && i + 1 < text.Length && text[i + 1] == '|';
}
