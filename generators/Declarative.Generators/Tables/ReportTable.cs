using System.Globalization;
using System.Text;

namespace Declarative.Tables;

/// <summary>A report as text or Markdown: the same lines at compile time and at run time.</summary>
internal sealed class ReportTable
{
    private const string DefaultMark = "*";

    private readonly List<Column> columns;
    private readonly List<Cell[]> lines;
    private readonly Totals totals;
    private readonly bool hasDefaults;

    public ReportTable(IReadOnlyList<TableRow> rows, Totals totals)
    {
        this.totals = totals;
        hasDefaults = rows.Any(static r => r.FromDefaults);
        var countsLayers = rows.Any(static r => r.Count.Value != 1);
        columns =
        [
            new("Layer", false), new("Shape", false), new("Method", false), new("Rank", true),
            .. countsLayers ? (Column[])[new("Layers", true)] : [],
            new("Trainable", true), new("Of layer", true), new("Share", true),
        ];
        lines = [.. rows.Select(r => Cells(r, totals.Trainable, countsLayers))];
    }

    public string ToText()
    {
        var widths = columns.Select((c, i) => lines.Select(l => l[i].Text.Length).Append(c.Title.Length).Max()).ToArray();
        var text = new StringBuilder();
        AppendText(text, columns.Select(static c => c.Title), widths);
        AppendText(text, widths.Select(static w => new string('─', w)), widths);
        foreach (var line in lines)
            AppendText(text, line.Select(static cell => cell.Text), widths);
        return text.Append(string.Join("\n", Footer(static cell => cell.Text))).ToString();
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        AppendMarkdown(text, columns.Select(static c => c.Title));
        AppendMarkdown(text, columns.Select(static c => c.RightAligned ? "---:" : "---"));
        foreach (var line in lines)
            AppendMarkdown(text, line.Select(static cell => cell.ToMarkdown()));
        foreach (var line in Footer(static cell => cell.ToMarkdown()))
            text.Append('\n').Append(line).Append('\n');
        return text.ToString();
    }

    private static Cell[] Cells(TableRow row, Quantity total, bool countsLayers) =>
    [
        Cell.Code(row.Layer),
        Cell.Code(row.FromDefaults ? row.Shape + DefaultMark : row.Shape),
        new(row.Method),
        new(row.Rank == 0 ? "" : row.Rank.ToString(CultureInfo.InvariantCulture)),
        .. countsLayers ? (Cell[])[Cell.Of(row.Count)] : [],
        Cell.Of(row.Trainable),
        Cell.Percent(row.ShareOfLayer),
        Cell.Percent(row.Trainable.Value is { } part && total.Value is > 0 ? (double)part / total.Value : null),
    ];

    private IEnumerable<string> Footer(Func<Cell, string> write)
    {
        var all = totals.All is { } known ? $" · all: {write(Cell.Of(known))}" : "";
        var share = totals.Share is not null ? $" · trainable share: {write(Cell.Percent(totals.Share))}" : "";
        yield return $"trainable: {write(Cell.Of(totals.Trainable))}{all}{share}";
        if (totals.SharedFrozen is { } frozen)
            yield return $"shared, frozen: {write(Cell.Of(frozen))}";
        if (hasDefaults)
            yield return $"{write(Cell.Code(DefaultMark))} a size from the default value of a parameter or property, which a caller may change";
    }

    private void AppendText(StringBuilder text, IEnumerable<string> cells, int[] widths)
    {
        var padded = cells.Select((cell, i) => columns[i].RightAligned ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
        text.Append(string.Join("  ", padded).TrimEnd()).Append('\n');
    }

    private static void AppendMarkdown(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");

    private sealed record Column(string Title, bool RightAligned);
}
