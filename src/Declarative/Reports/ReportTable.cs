using System.Globalization;
using System.Text;

namespace Declarative;

/// <summary>The cells of an <see cref="AdapterReport"/>, to be written as text or Markdown.</summary>
internal sealed class ReportTable
{
    private const string DefaultMark = "*";

    private readonly List<Column> columns;
    private readonly List<string[]> lines;
    private readonly List<string> footer;

    private ReportTable(AdapterReport report)
    {
        var countsLayers = report.Rows.Any(static r => r.Count.Value != 1);
        columns =
        [
            new("Layer", false), new("Shape", false), new("Method", false), new("Rank", true),
            .. countsLayers ? (Column[])[new("Layers", true)] : [],
            new("Trainable", true), new("Of layer", true), new("Share", true),
        ];
        lines = [.. report.Rows.Select(r => Cells(r, report.TrainableParameters, countsLayers))];
        footer = [Totals(report)];
        if (report.Rows.Any(static r => r.FromDefaults))
            footer.Add($"{DefaultMark} a size from the default value of a parameter or property, which a caller may change");
    }

    public static ReportTable Of(AdapterReport report) => new(report);

    public string ToText()
    {
        var widths = columns.Select((c, i) => lines.Select(l => l[i].Length).Append(c.Title.Length).Max()).ToArray();
        var text = new StringBuilder();
        AppendText(text, [.. columns.Select(static c => c.Title)], widths);
        AppendText(text, [.. widths.Select(static w => new string('─', w))], widths);
        foreach (var line in lines)
            AppendText(text, line, widths);
        return text.Append(string.Join('\n', footer)).ToString();
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        AppendMarkdown(text, columns.Select(static c => c.Title));
        AppendMarkdown(text, columns.Select(static c => c.RightAligned ? "---:" : "---"));
        foreach (var line in lines)
            AppendMarkdown(text, line.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)));
        foreach (var line in footer)
            text.Append('\n').Append(line.Replace("*", "\\*", StringComparison.Ordinal)).Append('\n');
        return text.ToString();
    }

    private static string[] Cells(AdapterReportRow row, ReportCount total, bool countsLayers) =>
    [
        row.Layer,
        row.FromDefaults ? row.Shape + DefaultMark : row.Shape,
        row.Method,
        row.Rank == 0 ? "" : row.Rank.ToString(CultureInfo.InvariantCulture),
        .. countsLayers ? (string[])[row.Count.Text] : [],
        row.Trainable.Text,
        Percent(row.ShareOfLayer),
        Percent(row.Trainable.Value is { } part && total.Value is > 0 ? (double)part / total.Value : null),
    ];

    private static string Totals(AdapterReport report)
    {
        var text = $"trainable: {report.TrainableParameters.Text}";
        if (report.AllParameters is { } all)
            text += $" · all: {all.Text}";
        return report.TrainableShare is { } share ? $"{text} · trainable share: {Percent(share)}" : text;
    }

    private static string Percent(double? share) => share?.ToString("0.00 %", CultureInfo.InvariantCulture) ?? "";

    private void AppendText(StringBuilder text, string[] cells, int[] widths)
    {
        var padded = cells.Select((cell, i) => columns[i].RightAligned ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
        text.Append(string.Join("  ", padded).TrimEnd()).Append('\n');
    }

    private static void AppendMarkdown(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");

    private sealed record Column(string Title, bool RightAligned);
}
