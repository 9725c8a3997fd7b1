using Declarative.Arithmetic;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.LoKr;

public sealed class LoKrTests
{
    // The documented examples of PEFT's rule, and its odd ones.
    [Theory]
    [InlineData(256, -1, 16, 16)]
    [InlineData(128, -1, 8, 16)]
    [InlineData(127, -1, 1, 127)]
    [InlineData(128, 4, 4, 32)]
    [InlineData(250, 4, 2, 125)]
    [InlineData(24, 12, 12, 2)]
    [InlineData(24, -1, 4, 6)]
    [InlineData(40, -1, 5, 8)]
    [InlineData(1, -1, 1, 1)]
    public void A_side_is_split_as_PEFT_splits_it(long side, int factor, long first, long second) =>
        Assert.Equal((first, second), KroneckerShape.Split(side, factor));

    [Theory]
    [InlineData(64, 48, -1, true)]
    [InlineData(64, 48, 4, true)]
    [InlineData(61, 53, -1, false)]
    public void The_forward_by_factors_is_the_product_with_the_update(long outputs, long inputs, int factor, bool isFactored)
    {
        var layer = nn.Linear(inputs, outputs, dtype: ScalarType.Float64);
        using var model = new OneLayer(layer, new LoKrOptions { Rank = 2, Alpha = 3, DecomposeFactor = factor });
        using var set = AdapterSet.Attach(model);
        using (no_grad())
        {
            foreach (var parameter in set.Parameters)
                parameter.normal_();
        }
        using var x = randn(3, 2, inputs, ScalarType.Float64);
        using var update = set.Adapters[0].Delta();
        using var expected = layer.forward(x) + x.matmul(update.t());
        Near.Equal(expected, model.forward(x), 1e-12);

        var adapter = (LoKrLinear)set.Adapters[0];
        Assert.Equal(isFactored, adapter.lokr_w1!.numel() > 1);
        using var second = adapter.lokr_w2 is { } whole ? whole.detach() : adapter.lokr_w2_a!.mm(adapter.lokr_w2_b!);
        using var kron = torch.kron(adapter.lokr_w1!, second) * 1.5;
        Near.Equal(kron, update, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void A_factor_that_is_none_is_refused(int factor)
    {
        using var model = new OneLayer(nn.Linear(4, 4), new LoKrOptions { DecomposeFactor = factor });
        Assert.Contains($"got {factor}", Assert.Throws<AdapterException>(() => AdapterSet.Attach(model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_factorisation_is_named_when_read()
    {
        using var folder = new TemporaryFolder();
        using var model = new OneLayer(nn.Linear(24, 24), new LoKrOptions { Rank = 1 });
        using (var set = AdapterSet.Attach(model))
            set.SavePretrained(folder.Path);
        using var other = new OneLayer(nn.Linear(24, 24), new LoKrOptions { Rank = 1, DecomposeFactor = 2, DecomposeBoth = true });
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(other, folder.Path, verifyBase: false));
        Assert.Contains(error.Mismatches, static m => m.Contains("DecomposeFactor is -1 in the checkpoint and 2 here", StringComparison.Ordinal));
        Assert.Contains(error.Mismatches, static m => m.Contains("DecomposeBoth is false in the checkpoint and true here", StringComparison.Ordinal));
    }
}
