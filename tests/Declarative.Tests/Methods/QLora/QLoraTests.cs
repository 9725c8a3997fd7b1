using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.QLora;

/// <summary>QLoRA against LoRA on the weight that the codes stand for.</summary>
public sealed class QLoraTests
{
    private static readonly QLoraOptions Options = new() { Rank = 2, Alpha = 3 };

    public static TheoryData<QLoraOptions> Forms => new(
        Options, Options with { Type = QuantizationType.FP4 }, Options with { Type = QuantizationType.Int8, BlockSize = 32 },
        Options with { DoubleQuantization = false, BlockSize = 128 });

    [Theory]
    [MemberData(nameof(Forms))]
    public void Forward_and_gradients_are_those_of_LoRA_on_the_unpacked_weight(QLoraOptions options)
    {
        var (layer, x) = (nn.Linear(40, 24), randn(2, 3, 40).requires_grad_());
        using var model = new OneLayer(layer, options);
        using var set = AdapterSet.Attach(model);
        var adapter = (QLoraLinear)set.Adapters[0];
        Randomize(set);
        using var y = model.forward(x);
        y.sin().sum().backward();

        using var w = adapter.Weight.Original;
        using var other = x.detach().requires_grad_();
        var (a, b) = (adapter.lora_A.weight.detach().requires_grad_(), adapter.lora_B.weight.detach().requires_grad_());
        using var expected = nn.functional.linear(other, w, layer.bias) + (nn.functional.linear(nn.functional.linear(other, a), b) * 1.5);
        expected.sin().sum().backward();
        Near.Equal(expected, y);
        Near.Equal(a.grad!, adapter.lora_A.weight.grad!);
        Near.Equal(b.grad!, adapter.lora_B.weight.grad!);
        Near.Equal(other.grad!, x.grad!);
    }

    [Fact]
    public void A_weight_of_several_blocks_is_multiplied_block_by_block()
    {
        var (layer, x) = (nn.Linear(1024, 1500, hasBias: false), randn(3, 1024).requires_grad_());
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        using var w = set.Adapters[0].Weight.Original;
        using var y = model.forward(x);
        Near.Equal(nn.functional.linear(x, w), y);
        y.sum().backward();
        Near.Equal(w.sum([0L]).expand(3, 1024), x.grad!);
    }

    [Fact]
    public void Whoever_reads_the_weight_past_the_adapter_reads_NaN()
    {
        var layer = nn.Linear(8, 6);
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        Assert.Equal([6, 8], layer.weight!.shape);
        Assert.True(layer.weight!.isnan().all().item<bool>());
        Assert.Contains("layer.weight", model.state_dict().Keys);
    }

    [Fact]
    public void Disabled_and_detached_the_layer_has_the_weight_of_the_codes()
    {
        var (layer, x) = (nn.Linear(40, 24), randn(3, 40));
        using var model = new OneLayer(layer, Options);
        var set = AdapterSet.Attach(model);
        Randomize(set);
        using var w = set.Adapters[0].Weight.Original;
        using var adapted = model.forward(x);
        using (set.Disable())
            Near.Same(nn.functional.linear(x, w, layer.bias), model.forward(x));
        Near.Same(adapted, model.forward(x));
        set.Dispose();
        Near.Same(w, layer.weight!);
        Assert.True(layer.weight!.requires_grad);
    }

    [Fact]
    public void Merged_and_unmerged()
    {
        var (layer, x) = (nn.Linear(40, 24), randn(3, 40));
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var adapted = model.forward(x);
        set.Merge();
        Near.Equal(adapted, model.forward(x));
        using (set.Disable())
        using (var w = set.Adapters[0].Weight.Original)
            Near.Same(nn.functional.linear(x, w, layer.bias), model.forward(x));
        Near.Equal(adapted, model.forward(x));
        set.Unmerge();
        Near.Same(adapted, model.forward(x));
    }

    [Fact]
    public void A_checkpoint_is_that_of_LoRA_and_fits_the_base_that_was_quantised()
    {
        using var folder = new TemporaryFolder();
        var (one, other, x) = (nn.Linear(40, 24), nn.Linear(40, 24), randn(3, 40));
        other.load_state_dict(one.state_dict());
        using var model = new OneLayer(one, Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        set.SavePretrained(folder.Path);
        Assert.Contains("\"peft_type\": \"LORA\"", File.ReadAllText(folder.File("adapter_config.json")), StringComparison.Ordinal);

        using var fresh = new OneLayer(other, Options);
        using var loaded = AdapterSet.LoadPretrained(fresh, folder.Path);
        Near.Same(model.forward(x), fresh.forward(x));
    }

    [Fact]
    public void What_fails_leaves_the_weight_as_it_was()
    {
        using var folder = new TemporaryFolder();
        using (var saved = new OneLayer(nn.Linear(40, 24), Options))
        using (var set = AdapterSet.Attach(saved))
            set.SavePretrained(folder.Path);
        var layer = nn.Linear(40, 24);
        var before = Near.Bits(layer.weight!);
        using var model = new OneLayer(layer, Options);
        Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(model, folder.Path));
        Assert.Equal(before, Near.Bits(layer.weight!));
    }

    [Theory]
    [InlineData(0, LoraInit.KaimingUniform, "power of two")]
    [InlineData(48, LoraInit.KaimingUniform, "got 48")]
    [InlineData(64, LoraInit.PiSSA, "PiSSA")]
    public void Settings_that_do_not_fit_are_named(int blockSize, LoraInit init, string message)
    {
        var layer = nn.Linear(8, 6);
        using var model = new OneLayer(layer, Options with { BlockSize = blockSize, Init = init });
        Assert.Contains(message, Assert.Throws<AdapterException>(() => AdapterSet.Attach(model)).Message, StringComparison.Ordinal);
        Assert.False(layer.weight!.isnan().any().item<bool>());
    }

    [Fact]
    public void Other_layers_are_refused_with_the_way_out()
    {
        using var model = new OneLayer(nn.Conv2d(4, 6, 3), Options);
        Assert.Contains("[Lora]", Assert.Throws<AdapterException>(() => AdapterSet.Attach(model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_moves_the_adapter_and_not_the_codes()
    {
        var (layer, x) = (nn.Linear(40, 24), randn(16, 40));
        using var target = randn(16, 24);
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        using var optimizer = set.AdamW(learningRate: 0.05);
        using var before = set.Adapters[0].Weight.Original;
        var losses = new List<float>();
        for (var i = 0; i < 40; i++)
        {
            using var scope = NewDisposeScope();
            var loss = nn.functional.mse_loss(model.forward(x), target);
            optimizer.zero_grad();
            loss.backward();
            set.Step(optimizer);
            losses.Add(loss.item<float>());
        }
        Assert.True(losses[^1] < 0.9 * losses[0], $"from {losses[0]} to {losses[^1]}");
        Near.Same(before, set.Adapters[0].Weight.Original);
    }

    private static void Randomize(AdapterSet set)
    {
        using var noGrad = no_grad();
        foreach (var parameter in set.Parameters)
            parameter.normal_(0, 0.5);
    }
}
