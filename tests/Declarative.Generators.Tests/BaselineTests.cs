using Declarative.Generators.Tests.Verification;
using TorchSharp;
using static TorchSharp.torch;

namespace Declarative.Generators.Tests;

/// <summary>Each case is compared with what is checked in, compiled without warnings, and run.</summary>
public sealed class BaselineTests
{
    [Theory]
    [InlineData("Attention", "CharGpt.CausalSelfAttention", 16, "q_proj v_proj")]
    [InlineData("Calls", "Calls.Calls", 4,
        "alias plain thisForward forgiven perhaps left right local argument result lambda function body asBase asInterface generic "
        + "nested twice parenthesized deep other holder.deep shared")]
    [InlineData("Members", "Members.Holder", 4,
        "mutable nullable dynamic own buffer key named <Property>k__BackingField <Settable>k__BackingField")]
    [InlineData("Containers", "Containers.Net", 4,
        "named.fc1 named.fc2 positional.0 positional.2 hidden.0 hidden.1.inner grown.up grown.1 listed.first listed.layer0 listed.layer1 "
        + "heads.0 heads.1 looped.0 looped.1 experts.one experts.two blocks.0.fc blocks.1.fc mixed.0 mixed.2.fc mlp.up mlp.down")]
    [InlineData("AdaLora", "Adaptive.Net", 6, "q k own head")]
    [InlineData("DeltaLora", "Delta.Net", 6, "q k")]
    [InlineData("Global", "Mlp", 4, "fc <captured>P")]
    [InlineData("Vera", "Vera.Net", 6, "q own any v")]
    [InlineData("Starts", "Starts.Net", 4, "frozen taken data conv")]
    [InlineData("Inherited", "Inherited.Base", 4, "fc")]
    [InlineData("Inherited", "Inherited.Derived", 4, "fc proj")]
    [InlineData("Inherited", "Inherited.Plain", 4, "fc")]
    [InlineData("IA3", "Scaled.Net", 6, "k_proj v_proj fc1 fc2 convs.0 convs.1 own any")]
    [InlineData("LoHa", "Hadamard.Net", 6, "fc square wide point line")]
    [InlineData("LoHa", "Hadamard.Plain", 6, "fc own")]
    [InlineData("LoKr", "Kronecker.Net", 8, "fc square wide any")]
    [InlineData("LoKr", "Kronecker.Whole", 8, "fc")]
    [InlineData("Oft", "Rotated.Net", 8, "fc own")]
    [InlineData("Oft", "Rotated.Shared", 8, "fc")]
    public void A_model_of_vectors_reaches_its_adapters(string name, string type, int width, string layers) =>
        Prove(name, type, torch.randn([2, 3, width], dtype: ScalarType.Float64), layers);

    [Theory]
    [InlineData("Reach", "Reach.Gpt", 5,
        "blocks.0.attn.q_proj blocks.0.attn.v_proj blocks.0.mlp.up blocks.0.mlp.down "
        + "blocks.1.attn.q_proj blocks.1.attn.v_proj blocks.1.mlp.up blocks.1.mlp.down")]
    [InlineData("Kinds", "Kinds.Net", 5, "tokens conv1 conv2 square fc")]
    [InlineData("DoRA", "Decomposed.Net", 5, "tokens fc plain conv any")]
    public void A_model_of_tokens_reaches_its_adapters(string name, string type, int length, string layers) =>
        Prove(name, type, torch.randint(10, [2, length], dtype: ScalarType.Int64), layers);

    [Fact]
    public void A_generic_nested_class_with_several_attributes_reaches_its_adapters()
    {
        var generated = Baseline.Verify("Options");
        var type = generated.Assembly.GetType("Options.Outer+Net`1")!.MakeGenericType(typeof(int));
        var layers = Behaviour.Prove((nn.Module<Tensor, Tensor>)Activator.CreateInstance(type)!, torch.randn([3, 4], dtype: ScalarType.Float64));
        Assert.Equal(["a", "b", "c", "d", "e.0"], layers.Order());
    }

    [Fact]
    public void Sizes_are_numbers_where_constant_and_else_as_written() => Baseline.Verify("Shapes");

    [Theory]
    [InlineData("QLora", "Quantized.Net")]
    [InlineData("QDoRA", "QuantizedDirection.Net")]
    public void A_quantised_layer_s_own_result_comes_from_its_codes(string name, string type)
    {
        var model = Baseline.Verify(name).Create<nn.Module<Tensor, Tensor>>(type);
        using var x = torch.randn([2, 3, 32], dtype: ScalarType.Float64);
        using var before = model.forward(x);
        using var set = AdapterSet.Attach(model);
        using var after = model.forward(x);
        Assert.Equal(3, set.Adapters.Count);
        Assert.False(after.isnan().any().item<bool>(), "a call goes around its adapter");
        Assert.NotEqual(0, (after - before).abs().max().item<double>());
    }

    [Theory]
    [InlineData("InPlace.Net", "bias", "blocks.0.up blocks.1.up first head tail.0")]
    [InlineData("InPlace.Net", "norm", "blocks.0.norm blocks.1.norm tail.0")]
    [InlineData("InPlace.Member", "default", "block.norm")]
    public void Of_a_method_that_trains_in_place_there_is_a_plan_and_no_module(string type, string name, string layers)
    {
        var model = Baseline.Verify("InPlace").Create<nn.Module<Tensor, Tensor>>(type);
        using var set = AdapterSet.Attach(model, name);
        Assert.Empty(set.Adapters);
        Assert.Equal(layers.Split(' '), set.Report.Rows.Select(static r => r.Layer).Order());
    }

    private static void Prove(string name, string type, Tensor input, string layers)
    {
        var model = Baseline.Verify(name).Create<nn.Module<Tensor, Tensor>>(type);
        Assert.Equal(layers.Split(' ').Order(), Behaviour.Prove(model, input).Order());
    }
}
