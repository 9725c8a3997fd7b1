using System.Globalization;

namespace Declarative.Tables;

/// <summary>A piece of a report.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsCode">Whether that is a name or an expression of the source, which Markdown is to leave as it is.</param>
internal readonly record struct Cell(string Text, bool IsCode = false)
{
    public static Cell Code(string text) => new(text, IsCode: true);

    public static Cell Of(Quantity quantity) => new(quantity.Text, IsCode: quantity.Value is null);

    public static Cell Percent(double? share) => new(share?.ToString("0.00 %", CultureInfo.InvariantCulture) ?? "");

    public string ToMarkdown() => IsCode ? MarkdownText.Code(Text) : Text;
}
