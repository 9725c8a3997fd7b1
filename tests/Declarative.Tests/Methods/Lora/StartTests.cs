using Declarative.Tests.Models;

using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.Lora;

/// <summary>How the factors start.</summary>
public sealed class StartTests
{
    [Fact]
    public void Kaiming_uniform_A_and_zero_B_leave_the_model_unchanged()
    {
        var (a, b, unchanged) = Start(LoraInit.KaimingUniform);
        var bound = 1 / Math.Sqrt(64);
        Assert.InRange(a.abs().max().item<float>(), bound * 0.9, bound);
        Assert.InRange(a.std().item<float>(), bound / Math.Sqrt(3) * 0.9, bound / Math.Sqrt(3) * 1.1);
        Assert.Equal(0, b.abs().max().item<float>());
        Assert.True(unchanged);
    }

    [Fact]
    public void Gaussian_A_has_a_deviation_of_one_by_the_rank()
    {
        var (a, b, unchanged) = Start(LoraInit.Gaussian);
        Assert.InRange(a.std().item<float>(), 0.9 / 8, 1.1 / 8);
        Assert.Equal(0, b.abs().max().item<float>());
        Assert.True(unchanged);
    }

    [Fact]
    public void Orthogonal_factors_are_not_zero_and_their_product_is()
    {
        var (a, b, unchanged) = Start(LoraInit.Orthogonal);
        Assert.InRange(a.std().item<float>(), 0.03, 0.08);
        Assert.InRange(b.std().item<float>(), 0.03, 0.08);
        Assert.InRange(b.mm(a).abs().max().item<float>(), 0, 1e-6);
        Assert.True(unchanged);
    }

    [Fact]
    public void An_orthogonal_start_needs_an_even_rank()
    {
        using var model = new OneLayer(nn.Linear(8, 8), new LoraOptions { Rank = 3, Init = LoraInit.Orthogonal });
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("'layer'", error.Message, StringComparison.Ordinal);
        Assert.Contains("even rank; got 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PiSSA_moves_the_largest_singular_values_into_the_factors()
    {
        var layer = nn.Linear(24, 16);
        using var model = new OneLayer(layer, new LoraOptions { Rank = 4, Alpha = 10, Init = LoraInit.PiSSA });
        using var original = layer.weight.detach().clone();
        using (var set = AdapterSet.Attach(model))
        {
            var adapter = (LoraLinear)set.Adapters[0];
            using var whole = layer.weight + adapter.Delta();
            Near.Equal(original, whole, 1e-6);
            var (_, singular, _) = linalg.svd(original, fullMatrices: false);
            var (_, rest, _) = linalg.svd(layer.weight.detach(), fullMatrices: false);
            Near.Equal(singular.narrow(0, 4, 12), rest.narrow(0, 0, 12), 1e-5);

            using (set.Disable())
                Near.Same(original, layer.weight);
            set.Merge();
            Near.Equal(original, layer.weight, 1e-6);
            using (set.Disable())
                Near.Same(original, layer.weight);
        }
        Near.Same(original, layer.weight);
    }

    [Theory]
    [InlineData(24, 16)]
    [InlineData(16, 24)]
    public void OLoRA_has_orthonormal_columns_in_B_and_a_triangle_in_A(long inputs, long outputs)
    {
        var layer = nn.Linear(inputs, outputs);
        using var model = new OneLayer(layer, new LoraOptions { Rank = 4, Alpha = 10, Init = LoraInit.OLoRA });
        using var original = layer.weight.detach().clone();
        using (var set = AdapterSet.Attach(model))
        {
            var adapter = (LoraLinear)set.Adapters[0];
            using var b = adapter.lora_B.weight.detach();
            using var a = adapter.lora_A.weight.detach();
            Near.Equal(eye(4), b.t().mm(b), 1e-6);
            Near.Equal(a.triu(), a, 1e-6);
            Near.Equal(original.narrow(1, 0, 4), b.mm(a).narrow(1, 0, 4), 1e-6);
            using var whole = layer.weight + adapter.Delta();
            Near.Equal(original, whole, 1e-6);
            using (set.Disable())
                Near.Same(original, layer.weight);
            set.Merge();
            Near.Equal(original, layer.weight, 1e-6);
        }
        Near.Same(original, layer.weight);
    }

    [Theory]
    [InlineData(LoraInit.PiSSA)]
    [InlineData(LoraInit.OLoRA)]
    public void In_half_precision_the_weight_keeps_what_the_stored_factors_leave(LoraInit init)
    {
        var layer = nn.Linear(24, 16).to(ScalarType.BFloat16);
        using var model = new OneLayer(layer, new LoraOptions { Rank = 4, Alpha = 10, Init = init });
        using var original = layer.weight.detach().to_type(ScalarType.Float32);
        using var set = AdapterSet.Attach(model);
        var adapter = (LoraLinear)set.Adapters[0];
        using var product = adapter.lora_B.weight.to_type(ScalarType.Float32).mm(adapter.lora_A.weight.to_type(ScalarType.Float32)) * 2.5;
        using var rest = (original - product).to_type(ScalarType.BFloat16);
        Near.Same(rest, layer.weight.detach());
    }

    [Theory]
    [InlineData(LoraInit.PiSSA)]
    [InlineData(LoraInit.OLoRA)]
    public void What_is_taken_out_of_a_weight_has_no_more_rank_than_it(LoraInit init)
    {
        var layer = nn.Linear(8, 4);
        using var before = layer.weight.detach().clone();
        using var model = new OneLayer(layer, new LoraOptions { Rank = 5, Init = init });
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("rank 5", error.Message, StringComparison.Ordinal);
        Assert.Contains("at most 4", error.Message, StringComparison.Ordinal);
        Near.Same(before, layer.weight);
    }

    [Theory]
    [InlineData(LoraInit.PiSSA)]
    [InlineData(LoraInit.OLoRA)]
    [InlineData(LoraInit.Eva)]
    [InlineData(LoraInit.Orthogonal)]
    public void Starts_for_linear_layers_are_refused_by_convolutions(LoraInit init)
    {
        using var model = new OneLayer(nn.Conv2d(4, 4, 3), new LoraOptions { Rank = 2, Init = init });
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("linear layers only", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LoraInit.KaimingUniform)]
    [InlineData(LoraInit.Gaussian)]
    [InlineData(LoraInit.PiSSA)]
    [InlineData(LoraInit.OLoRA)]
    [InlineData(LoraInit.Eva)]
    public void An_embedding_starts_with_zero_A_and_normal_B(LoraInit init)
    {
        using var model = new OneLayer(nn.Embedding(50, 40), new LoraOptions { Rank = 8, Init = init });
        using var set = AdapterSet.Attach(model);
        var adapter = (LoraEmbedding)set.Adapters[0];
        Assert.Equal(0, adapter.lora_embedding_A.abs().max().item<float>());
        Assert.InRange(adapter.lora_embedding_B.std().item<float>(), 0.85, 1.15);
    }

    [Fact]
    public void Reset_starts_again_but_not_with_a_start_that_changes_the_weight()
    {
        using var model = new OneLayer(nn.Linear(8, 8), new LoraOptions { Rank = 2 });
        using var set = AdapterSet.Attach(model);
        var adapter = (LoraAdapter)set.Adapters[0];
        using (no_grad())
        {
            foreach (var parameter in set.Parameters)
                parameter.fill_(1);
        }
        adapter.Reset(LoraInit.Gaussian);
        Assert.Equal(0, adapter.Delta().abs().max().item<float>());
        Assert.Throws<AdapterException>(() => adapter.Reset(LoraInit.PiSSA));
        Assert.Throws<AdapterException>(() => adapter.Reset(LoraInit.OLoRA));
    }

    [Theory]
    [InlineData(0, 0.0, "rank must be at least 1; got 0")]
    [InlineData(-2, 0.0, "rank must be at least 1; got -2")]
    [InlineData(4, 1.0, "dropout must be at least 0 and below 1; got 1")]
    [InlineData(4, double.NaN, "got NaN")]
    public void Settings_without_meaning_are_refused(int rank, double dropout, string message)
    {
        using var model = new OneLayer(nn.Linear(8, 8), new LoraOptions { Rank = rank, Dropout = dropout });
        var state = new BaseState(model);
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        state.AssertSame(model);
    }

    private static (Tensor A, Tensor B, bool Unchanged) Start(LoraInit init)
    {
        manual_seed(3);
        var layer = nn.Linear(64, 48);
        var model = new OneLayer(layer, new LoraOptions { Rank = 8, Init = init });
        using var x = randn(4, 64);
        using var before = model.forward(x);
        var set = AdapterSet.Attach(model);
        using var after = model.forward(x);
        var adapter = (LoraLinear)set.Adapters[0];
        return (adapter.lora_A.weight, adapter.lora_B.weight, (after - before).abs().max().item<float>() < 1e-5);
    }
}
