using Declarative.Generators.Model;
using Declarative.Tables;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Emission;

/// <summary>
/// Writes the Markdown page of all reports, as comments: a generator may write no other file, and the package's
/// <c>Declarative.targets</c> makes the page of them.
/// </summary>
internal static class ReportPageEmitter
{
    // No class's file can have this name: after its hyphens, classes have numbers.
    private const string HintName = "Declarative-Report";

    public static void Emit(SourceProductionContext context, ReportPage page)
    {
        var writer = new SourceWriter().Line(SourceFile.Mark);
        foreach (var line in Markdown(page).TrimEnd('\n').Split('\n'))
            writer.Line(line.Length == 0 ? "//" : $"// {line}");
        SourceFile.Add(context, HintName, writer);
    }

    private static string Markdown(ReportPage page) => string.Join(
        "\n",
        page.Reports.Select(Section).Prepend(
            $"""
            # Adapters of {MarkdownText.Code(page.Assembly)}

            {(page.Reports.Count == 0 ? "No class has an adapter attribute." : "Known at compile time: numbers where constant, else the expressions of the source.")}

            """));

    private static string Section(ReportModel report)
    {
        var rows = report.Rows.Select(Row).ToList();
        return $"## {MarkdownText.Code(report.Host.FullName)}\n\n{new ReportTable(rows, Totals.Of(rows, model: null)).ToMarkdown()}";
    }

    private static TableRow Row(ReportRow row) => new(
        row.Layer, row.Shape, row.Method, row.Rank, row.Count.ToQuantity(), row.Parameters.ToQuantity(), row.LayerParameters.ToQuantity(), row.FromDefaults)
    {
        IsInPlace = row.IsInPlace,
    };
}
