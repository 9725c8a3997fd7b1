using System.Text;

namespace Declarative.Tables;

/// <summary>Text that Markdown shows as it is.</summary>
internal static class MarkdownText
{
    private const string EndsSpan = "`|\\";
    private const string Markup = EndsSpan + "*_[]<>~&$!";

    /// <summary>
    /// A code span, in which nothing is markup. Where a character would end the span or the cell of a table, or escape, the
    /// HTML element: so there is no backslash in a page, which MSBuild would write as a slash.
    /// </summary>
    public static string Code(string text) =>
        text.Any(static c => EndsSpan.Contains(c)) ? $"<code>{WithoutMarkup(text)}</code>" : $"`{text}`";

    // Inside an HTML element Markdown reads on.
    private static string WithoutMarkup(string text)
    {
        var result = new StringBuilder();
        foreach (var c in text)
        {
            if (!Markup.Contains(c))
                result.Append(c);
            else
                result.Append("&#").Append((int)c).Append(';');
        }
        return result.ToString();
    }
}
