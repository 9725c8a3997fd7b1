using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Reports;

public sealed class ReportTests
{
    private static readonly AdapterReport Symbolic = new(
    [
        new("q_proj", "[config.Hidden, config.Hidden]", "Lora", 16, 1, ReportCount.Formula("16·(config.Hidden + config.Hidden)"), ReportCount.Formula("config.Hidden·config.Hidden")),
        new("v_proj", "[config.Hidden, config.Hidden]", "Lora", 16, 1, ReportCount.Formula("16·(config.Hidden + config.Hidden)"), ReportCount.Formula("config.Hidden·config.Hidden")),
        new("blocks.#.up", "[64, 32]", "Lora", 16, ReportCount.Formula("n(blocks)"), 1536, 2048),
        new("head", "[32, 32]", "Lora", 16, 1, 1024, 1024, FromDefaults: true),
    ]);

    [Fact]
    public void Numbers_add_up() =>
        Assert.Equal(1_234_567, ReportCount.Sum([1_000_000, 234_567]).Value);

    [Fact]
    public void Expressions_add_up_as_expressions() =>
        Assert.Equal("2 × 16·(config.Hidden + config.Hidden) + n(blocks) × 1,536 + 1,024", Symbolic.TrainableParameters.Text);

    [Theory]
    [InlineData("a", "n", "n × a")]
    [InlineData("16·(a + b)", "n", "n × 16·(a + b)")]
    [InlineData("a + b", "n", "n × (a + b)")]
    [InlineData("a", "n - 1", "(n - 1) × a")]
    public void A_sum_in_a_product_gets_brackets(string size, string count, string expected) =>
        Assert.Equal(expected, ReportCount.Formula(size).Times(ReportCount.Formula(count)).Text);

    [Fact]
    public void Nothing_and_one_are_left_out_of_products()
    {
        Assert.Equal(0, ReportCount.Formula("a").Times(0).Value);
        Assert.Equal("a", ReportCount.Formula("a").Times(1).Text);
        Assert.Equal("n", ReportCount.Of(1).Times(ReportCount.Formula("n")).Text);
        Assert.Equal(0, ReportCount.Sum([]).Value);
    }

    [Fact]
    public void An_unknown_total_has_no_share()
    {
        Assert.Null(Symbolic.TrainableShare);
        Assert.Null(Symbolic.AllParameters);
        Assert.Equal(
            """
            Layer        Shape                           Method  Rank     Layers                           Trainable  Of layer  Share
            ───────────  ──────────────────────────────  ──────  ────  ─────────  ──────────────────────────────────  ────────  ─────
            q_proj       [config.Hidden, config.Hidden]  Lora      16          1  16·(config.Hidden + config.Hidden)
            v_proj       [config.Hidden, config.Hidden]  Lora      16          1  16·(config.Hidden + config.Hidden)
            blocks.#.up  [64, 32]                        Lora      16  n(blocks)                   n(blocks) × 1,536   42.86 %
            head         [32, 32]*                       Lora      16          1                               1,024   50.00 %
            trainable: 2 × 16·(config.Hidden + config.Hidden) + n(blocks) × 1,536 + 1,024
            * a size from the default value of a parameter or property, which a caller may change
            """,
            Symbolic.ToString());
    }

    [Fact]
    public void A_run_knows_every_number()
    {
        using var model = new Stack(2, Plans.Of("fc1", new LoraOptions { Rank = 2, Bias = TrainedBias.LoraOnly }, Stack.Members));
        using var set = AdapterSet.Attach(model);
        Assert.Equal(
            """
            Layer                  Shape    Method  Rank  Trainable  Of layer    Share
            ─────────────────────  ───────  ──────  ────  ─────────  ────────  ───────
            blocks.0.net.fc1       [16, 8]  Lora       2         48   25.00 %  37.50 %
            blocks.1.net.fc1       [16, 8]  Lora       2         48   25.00 %  37.50 %
            blocks.0.net.fc1.bias  [16]     bias                 16  100.00 %  12.50 %
            blocks.1.net.fc1.bias  [16]     bias                 16  100.00 %  12.50 %
            trainable: 128 · all: 859 · trainable share: 14.90 %
            """,
            set.Report.ToString());
        Assert.Equal(set.Parameters.Sum(static p => p.numel()), set.Report.TrainableParameters.Value);
        Assert.Equal(model.parameters().Sum(static p => p.numel()), set.Report.AllParameters?.Value);
    }

    [Fact]
    public void Markdown_has_a_row_per_layer()
    {
        using var model = new Stack(1, Plans.Of("fc1", new LoraOptions { Rank = 2 }, Stack.Members));
        using var set = AdapterSet.Attach(model);
        Assert.Equal(
            """
            | Layer | Shape | Method | Rank | Trainable | Of layer | Share |
            | --- | --- | --- | ---: | ---: | ---: | ---: |
            | `blocks.0.net.fc1` | `[16, 8]` | Lora | 2 | 48 | 25.00 % | 100.00 % |

            trainable: 48 · all: 443 · trainable share: 10.84 %

            """,
            set.Report.ToMarkdown());
    }
}
