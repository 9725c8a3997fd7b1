using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.VeRA;

/// <summary>What is refused when adapters are attached, dropout, and the report.</summary>
[Collection(SeededCollection.Name)]
public sealed class SettingsTests
{
    [Theory]
    [InlineData(0, 0.1, 0.0, "rank must be at least 1; got 0")]
    [InlineData(4, 0.0, 0.0, "DInitial must be a finite number but zero; got 0")]
    [InlineData(4, double.NaN, 0.0, "got NaN")]
    [InlineData(4, double.NegativeInfinity, 0.0, "got -")]
    [InlineData(4, 0.1, 1.0, "dropout must be at least 0 and below 1; got 1")]
    [InlineData(4, 0.1, double.NaN, "got NaN")]
    public void Settings_without_meaning_are_refused(int rank, double start, double dropout, string message)
    {
        using var model = new OneLayer(nn.Linear(8, 8), new VeRAOptions { Rank = rank, DInitial = start, Dropout = dropout });
        var state = new BaseState(model);
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("'layer'", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        state.AssertSame(model);
    }

    [Fact]
    public void Other_layers_than_linear_ones_are_refused()
    {
        nn.Module<Tensor, Tensor>[] others = [nn.Embedding(5, 4), nn.Conv1d(4, 4, 3), nn.Conv2d(4, 4, 3), nn.LayerNorm(4), nn.ReLU()];
        foreach (var layer in others)
        {
            using var model = new OneLayer(layer, new VeRAOptions { Rank = 2 });
            var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
            Assert.Contains($"VeRA cannot adapt a {layer.GetType().Name}. VeRA adapts Linear", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_pattern_that_means_everything_leaves_out_what_it_cannot_adapt()
    {
        using var model = new ToyEmb(Plans.Of("**", new VeRAOptions { Rank = 2 }, "lin"));
        using var set = AdapterSet.Attach(model);
        Assert.Equal("lin", Assert.Single(set.Adapters).LayerPath);
    }

    [Fact]
    public void Dropout_is_on_the_adapter_s_input_while_training_only()
    {
        var layer = nn.Linear(64, 4, hasBias: false, dtype: ScalarType.Float64);
        using var model = new OneLayer(layer, new VeRAOptions { Rank = 2, Dropout = 0.5 });
        using var set = AdapterSet.Attach(model);
        using (no_grad())
        {
            foreach (var parameter in set.Parameters)
                parameter.normal_(0, 0.5);
        }
        using var x = randn(8, 64, ScalarType.Float64);
        var delta = set.Adapters[0].Delta();
        using var full = layer.forward(x) + x.matmul(delta.t());
        model.eval();
        Near.Equal(full, model.forward(x), 1e-12);

        model.train();
        manual_seed(7);
        using var y = model.forward(x);
        manual_seed(7);
        using var dropped = nn.functional.dropout(x, 0.5, training: true);
        using var expected = layer.forward(x) + dropped.matmul(delta.t());
        Near.Equal(expected, y, 1e-12);
        Near.Different(full, y);
    }

    [Fact]
    public void The_report_counts_the_shared_matrices_once_beside_what_is_trained()
    {
        using var model = new Stack(2, Plans.Of("fc1|fc2", new VeRAOptions { Rank = 4 }, Stack.Members));
        using var set = AdapterSet.Attach(model);
        Assert.Equal(
            """
            Layer                   Shape    Method  Rank  Trainable  Of layer    Share
            ──────────────────────  ───────  ──────  ────  ─────────  ────────  ───────
            blocks.0.net.fc1        [16, 8]  VeRA       4         20   12.20 %  31.25 %
            blocks.1.net.fc1        [16, 8]  VeRA       4         20   12.20 %  31.25 %
            blocks.0.net.inner.fc2  [8, 16]  VeRA       4         12    8.11 %  18.75 %
            blocks.1.net.inner.fc2  [8, 16]  VeRA       4         12    8.11 %  18.75 %
            trainable: 64 · all: 827 · trainable share: 7.74 %
            shared, frozen: 128
            """,
            set.Report.ToString());
        Assert.EndsWith("\nshared, frozen: 128\n", set.Report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Equal(128, set.Report.SharedFrozen?.Value);
    }
}
