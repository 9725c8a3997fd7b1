using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.QDoRA;

/// <summary>QDoRA against DoRA on the weight that the codes stand for.</summary>
public sealed class QDoRATests
{
    private static readonly QDoRAOptions Options = new() { Rank = 2, Alpha = 3 };

    // The second is of two blocks, and the last has rows that are no whole number of them.
    public static TheoryData<int, int, bool, QDoRAOptions> Layers => new()
    {
        { 40, 24, true, Options },
        { 1024, 1500, true, Options },
        { 40, 24, false, Options with { Type = QuantizationType.Int8, BlockSize = 32 } },
        { 72, 30, true, Options with { DoubleQuantization = false, BlockSize = 16, Dropout = 0.25 } },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Forward_gradients_and_merged_weight_are_those_of_DoRA_on_the_unpacked_weight(int inputs, int outputs, bool bias, QDoRAOptions options)
    {
        using var model = new OneLayer(nn.Linear(inputs, outputs, hasBias: bias), options);
        using var set = AdapterSet.Attach(model);
        var (own, twin) = ((QDoRALinear)set.Adapters[0], Twin(set.Adapters[0], bias, options));
        using var other = twin;
        using var dense = AdapterSet.Attach(twin);
        var reference = (DoRALinear)dense.Adapters[0];
        Near.Equal(reference.lora_magnitude_vector, own.lora_magnitude_vector, 1e-6, "m at the start");
        Randomize(set, dense);

        using var x = randn(2, 3, inputs).requires_grad_();
        using var same = x.detach().requires_grad_();
        using var y = Forward(model, x);
        using var expected = Forward(twin, same);
        Near.Equal(expected, y, 1e-5);
        y.sin().sum().backward();
        expected.sin().sum().backward();
        Near.Equal(reference.lora_A.weight.grad!, own.lora_A.weight.grad!, 1e-5, "A");
        Near.Equal(reference.lora_B.weight.grad!, own.lora_B.weight.grad!, 1e-5, "B");
        Near.Equal(reference.lora_magnitude_vector.grad!, own.lora_magnitude_vector.grad!, 1e-5, "m");
        Near.Equal(same.grad!, x.grad!, 1e-5, "x");

        set.Merge();
        dense.Merge();
        Near.Equal(reference.Weight.Current, own.Weight.Current, 1e-5, "merged");
        set.Unmerge();
        Near.Same(y, Forward(model, x));
    }

    [Fact]
    public void At_its_start_it_is_the_quantised_layer()
    {
        var (layer, x) = (nn.Linear(40, 24), randn(3, 40));
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        using var adapted = model.forward(x);
        using (set.Disable())
            Near.Equal(model.forward(x), adapted, 1e-6);
    }

    [Fact]
    public void The_lengths_follow_the_factors_and_the_weight_stays_hidden()
    {
        var layer = nn.Linear(40, 24);
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        using var x = randn(3, 40);
        using var before = model.forward(x);
        using (no_grad())
            ((QDoRALinear)set.Adapters[0]).lora_B.weight.normal_();
        using var after = model.forward(x);
        Assert.True((after - before).abs().max().item<float>() > 0.01f);
        Assert.False(after.isnan().any().item<bool>());
        Assert.True(layer.weight!.isnan().all().item<bool>());
    }

    [Fact]
    public void A_checkpoint_is_that_of_DoRA()
    {
        using var folder = new TemporaryFolder();
        var (one, other, x) = (nn.Linear(40, 24), nn.Linear(40, 24), randn(3, 40));
        other.load_state_dict(one.state_dict());
        using var model = new OneLayer(one, Options);
        using var set = AdapterSet.Attach(model);
        using (no_grad())
            ((QDoRALinear)set.Adapters[0]).lora_magnitude_vector.mul_(1.5);
        set.SavePretrained(folder.Path);
        Assert.Contains("\"use_dora\": true", File.ReadAllText(folder.File("adapter_config.json")), StringComparison.Ordinal);
        using var fresh = new OneLayer(other, Options);
        using var loaded = AdapterSet.LoadPretrained(fresh, folder.Path);
        Near.Same(model.forward(x), fresh.forward(x));

        using var plain = new OneLayer(nn.Linear(40, 24), new QLoraOptions { Rank = 2, Alpha = 3 });
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(plain, folder.Path, verifyBase: false));
        Assert.Contains("DoRA", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_layers_are_refused_with_the_way_out()
    {
        using var model = new OneLayer(nn.Conv2d(4, 6, 3), Options);
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("QDoRA stores the weight of a Linear", error.Message, StringComparison.Ordinal);
    }

    // Dropout draws the same numbers in both.
    private static Tensor Forward(OneLayer model, Tensor x)
    {
        manual_seed(7);
        return model.forward(x);
    }

    // A layer with the numbers of the codes, under DoRA.
    private static OneLayer Twin(Adapter adapter, bool bias, QDoRAOptions options)
    {
        using var noGrad = no_grad();
        using var numbers = adapter.Weight.Original;
        var layer = nn.Linear(numbers.size(1), numbers.size(0), hasBias: bias);
        layer.weight!.copy_(numbers);
        if (bias)
            layer.bias!.copy_(((nn.Module)adapter.BaseLayer).get_parameter("bias")!);
        return new OneLayer(layer, new DoRAOptions { Rank = options.Rank, Alpha = options.Alpha, Dropout = options.Dropout });
    }

    private static void Randomize(AdapterSet set, AdapterSet other)
    {
        using var noGrad = no_grad();
        foreach (var (parameter, same) in set.Parameters.Zip(other.Parameters))
        {
            parameter.normal_(0, 0.2).add_(0.1);
            same.copy_(parameter);
        }
    }
}
