using Declarative.IntegrationTests.Models;

namespace Declarative.IntegrationTests;

/// <summary>The report of the compiler and that of the run.</summary>
public sealed class ReportTests
{
    [Fact]
    public void Where_everything_is_constant_the_two_reports_agree()
    {
        using var model = new ConstantSizesModel();
        using var adapters = AdapterSet.Attach(model);
        var compiled = ConstantSizesModel.AdapterReport;

        Assert.Equal(Summary(compiled), Summary(adapters.Report));
        Assert.Equal(["fc1", "fc2"], compiled.Rows.Select(row => row.Layer));
        Assert.Equal([4L * (16 + 48), 4L * (48 + 16)], compiled.Rows.Select(row => row.Parameters.Value));
        Assert.Equal(512, Total(compiled));
        Assert.Equal(Total(compiled), Total(adapters.Report));
        Assert.Equal(Total(compiled), adapters.Parameters.Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void Where_a_count_is_known_at_run_time_alone_the_compiled_report_says_how()
    {
        var compiled = BlockListModel.AdapterReport;
        Assert.Equal(["blocks.*.attn.q_proj", "blocks.*.attn.v_proj", "blocks.*.fc"], compiled.Rows.Select(row => row.Layer));
        Assert.All(compiled.Rows, row => Assert.Null(row.Parameters.Value * row.Count.Value));

        using var model = new BlockListModel(depth: 3);
        using var adapters = AdapterSet.Attach(model);
        Assert.Equal(9, adapters.Report.Rows.Sum(row => row.Count.Value));
        Assert.Equal(9 * 2 * (4 + 4), Total(adapters.Report));
    }

    [Fact]
    public void Both_reports_print_as_text_and_as_Markdown()
    {
        using var model = new ConstantSizesModel();
        using var adapters = AdapterSet.Attach(model);
        foreach (var report in new[] { ConstantSizesModel.AdapterReport, adapters.Report })
        {
            Assert.Contains("fc1", report.ToString(), StringComparison.Ordinal);
            Assert.Contains("512", report.ToString(), StringComparison.Ordinal);
            Assert.Contains("| ", report.ToMarkdown(), StringComparison.Ordinal);
            Assert.Contains("fc2", report.ToMarkdown(), StringComparison.Ordinal);
        }
    }

    private static long? Total(AdapterReport report) => report.Rows.Sum(row => row.Count.Value * row.Parameters.Value);

    private static IEnumerable<object> Summary(AdapterReport report)
        => report.Rows.Select(row => (object)(row.Layer, row.Shape, row.Method, row.Rank, row.Count.Value, row.Parameters.Value, row.LayerParameters.Value));
}
