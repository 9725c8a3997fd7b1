using System.Text.Json.Nodes;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.IA3;

/// <summary>(IA)³ against its closed form, in double precision.</summary>
public sealed class IA3Tests
{
    private const double Exact = 1e-12;

    private static readonly IA3Options Outputs = new();
    private static readonly IA3Options Inputs = new() { FeedForward = "layer" };

    public static TheoryData<string, bool> Layers => new()
    {
        { "linear", false }, { "linear", true }, { "linear without bias", false }, { "linear without bias", true },
        { "linear-like", false }, { "linear-like", true }, { "conv2d", false }, { "conv2d", true },
        { "grouped conv2d", false }, { "grouped conv2d", true },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void The_model_starts_unchanged_to_the_bit(string kind, bool feedForward)
    {
        var (layer, x) = Create(kind);
        using var model = new OneLayer(layer, feedForward ? Inputs : Outputs);
        using var before = model.forward(x);
        using var set = AdapterSet.Attach(model);
        Near.Same(before, model.forward(x).detach());
        set.Merge();
        Near.Same(before, model.forward(x).detach());
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void The_vector_scales_the_outputs_or_the_inputs(string kind, bool feedForward)
    {
        var (layer, x) = Create(kind);
        using var model = new OneLayer(layer, feedForward ? Inputs : Outputs);
        using var set = AdapterSet.Attach(model);
        var l = Randomize(set);
        using var flat = x.dim() > 3 ? l.view(-1, 1, 1) : l.view(-1);
        using var expected = feedForward ? layer.forward(x * flat) : layer.forward(x) * flat;
        Near.Equal(expected, model.forward(x), Exact);

        set.Merge();
        Near.Equal(expected, model.forward(x), Exact, "merged");
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Gradients_are_those_of_finite_differences(string kind, bool feedForward)
    {
        var (layer, x) = Create(kind);
        using var model = new OneLayer(layer, feedForward ? Inputs : Outputs);
        using var set = AdapterSet.Attach(model);
        var l = Randomize(set);
        using var weights = randn(model.forward(x).shape, ScalarType.Float64);
        x.requires_grad_();

        Loss().backward();
        Near.Equal(Gradients.Numeric(Loss, l), l.grad!, 1e-7, "l");
        Near.Equal(Gradients.Numeric(Loss, x), x.grad!, 1e-7, "x");
        Assert.All(layer.parameters(), static p => Assert.Null(p.grad));

        Tensor Loss() => (model.forward(x).sin() * weights).sum();
    }

    [Theory]
    [InlineData(new long[] { 6 })]
    [InlineData(new long[] { 2, 1, 3, 6 })]
    [InlineData(new long[] { 0, 6 })]
    public void Any_number_of_dimensions_goes_in_and_comes_out(long[] shape)
    {
        foreach (var options in new[] { Inputs, Outputs })
        {
            using var model = new OneLayer(nn.Linear(6, 4, dtype: ScalarType.Float64), options);
            using var set = AdapterSet.Attach(model);
            Assert.Equal([.. shape[..^1], 4], model.forward(randn(shape, ScalarType.Float64)).shape);
        }
    }

    [Fact]
    public void An_image_without_a_batch_stays_without_one()
    {
        foreach (var options in new[] { Inputs, Outputs })
        {
            using var model = new OneLayer(nn.Conv2d(4, 6, 3), options);
            using var set = AdapterSet.Attach(model);
            Assert.Equal([6L, 3, 3], model.forward(randn(4, 5, 5)).shape);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Merging_disabling_and_disposing_give_weight_and_bias_back_to_the_bit(bool feedForward)
    {
        var layer = nn.Linear(6, 4);
        using var model = new OneLayer(layer, feedForward ? Inputs : Outputs);
        var state = new BaseState(model);
        var bias = Near.Bits(layer.bias!);
        using (var set = AdapterSet.Attach(model))
        {
            Randomize(set);
            set.Merge();
            Assert.Equal(feedForward, Near.Bits(layer.bias!).SequenceEqual(bias));
            byte[][] merged = [Near.Bits(layer.weight), Near.Bits(layer.bias!)];
            using (set.Disable())
                Assert.True(Near.Bits(layer.bias!).SequenceEqual(bias));
            Assert.Equal(merged, [Near.Bits(layer.weight), Near.Bits(layer.bias!)]);
            set.Unmerge();
            Assert.True(Near.Bits(layer.bias!).SequenceEqual(bias));
            set.Merge();
            set.Disable();
        }
        state.AssertSame(model);
    }

    [Fact]
    public void A_trained_bias_is_merged_disabled_and_given_back()
    {
        using var model = new Stack(
            1,
            Plans.Of("train", "out", "", new LoraOptions { Rank = 2, Bias = TrainedBias.All }, Stack.Members),
            Plans.Of("scale", "head", "", Outputs, Stack.Members));
        var state = new BaseState(model);
        using (var set = AdapterSet.Attach(model))
        {
            using (no_grad())
            {
                model.head.bias!.add_(1);
                set.Adapters.OfType<IA3Linear>().Single().ia3_l.mul_(3);
            }
            var trained = Near.Bits(model.head.bias!);
            set.Merge();
            var merged = Near.Bits(model.head.bias!);
            Assert.False(trained.SequenceEqual(merged));
            set.Disable().Dispose();
            Assert.True(merged.SequenceEqual(Near.Bits(model.head.bias!)));
            set.Unmerge();
            Assert.True(trained.SequenceEqual(Near.Bits(model.head.bias!)));
            set.Merge();
        }
        state.AssertSame(model);
    }

    [Fact]
    public void A_bias_shared_with_another_layer_is_not_merged()
    {
        using var model = new Stack(1, Plans.Of("head", Outputs, Stack.Members));
        model.blocks[0].@out.bias = null;
        var shared = nn.Linear(8, 3);
        model.register_module("other", shared);
        shared.bias = model.head.bias;
        using var set = AdapterSet.Attach(model);
        Assert.Contains("The bias of 'head' is also 'other.bias'", Assert.Throws<AdapterException>(set.Merge).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_with_further_tensors_is_not_merged_where_outputs_are_scaled()
    {
        using var model = new OneLayer(new ShiftedLinear(), Outputs);
        using var set = AdapterSet.Attach(model);
        Assert.Contains("'shift'", Assert.Throws<AdapterException>(set.Merge).Message, StringComparison.Ordinal);

        using var other = new OneLayer(new ShiftedLinear(), Inputs);
        using var mergeable = AdapterSet.Attach(other);
        mergeable.Merge();
    }

    [Theory]
    [InlineData("embedding", "cannot adapt a Embedding")]
    [InlineData("conv1d", "cannot adapt a Conv1d")]
    [InlineData("norm", "cannot adapt a LayerNorm")]
    public void Layers_of_other_kinds_are_refused(string kind, string message)
    {
        nn.Module<Tensor, Tensor> layer = kind switch
        {
            "embedding" => nn.Embedding(5, 4),
            "conv1d" => nn.Conv1d(4, 4, 3),
            _ => nn.LayerNorm(4),
        };
        using var model = new OneLayer(layer, Outputs);
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("'layer' cannot be adapted.", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_pattern_is_refused()
    {
        using var model = new OneLayer(nn.Linear(4, 4), new IA3Options { FeedForward = "a||b" });
        Assert.Contains("FeedForward \"a||b\" is malformed", Assert.Throws<AdapterException>(() => AdapterSet.Attach(model)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fc1", "[\"fc1\"]")]
    [InlineData("", "[]")]
    [InlineData("blocks.1.net.fc1", "\"(blocks\\\\.1\\\\.net\\\\.fc1)\"")]
    public void Feed_forward_layers_are_written_as_PEFT_reads_them_and_read_again(string feedForward, string written)
    {
        using var folder = new TemporaryFolder();
        using var model = new Stack(2, Plans.Of("fc1|fc2", new IA3Options { FeedForward = feedForward }, Stack.Members));
        using (var set = AdapterSet.Attach(model))
            set.SavePretrained(folder.Path);
        var config = JsonNode.Parse(File.ReadAllText(folder.File("adapter_config.json")))!;
        Assert.Equal(written, config["feedforward_modules"]!.ToJsonString());
        Assert.Null(config["bias"]);
        using (AdapterSet.LoadPretrained(model, folder.Path))
        {
        }
        using var other = new Stack(2, Plans.Of("fc1|fc2", new IA3Options { FeedForward = "fc2" }, Stack.Members));
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(other, folder.Path));
        Assert.Contains(error.Mismatches, static m => m.Contains("FeedForward", StringComparison.Ordinal));
    }

    [Fact]
    public void Steps_leave_no_tensor_behind()
    {
        using var model = new Stack(2, Plans.Of("all-linear", new IA3Options { FeedForward = "fc2" }, Stack.Members));
        using var set = AdapterSet.Attach(model);
        Training.LeavesNothingBehind(model, set, randn(4, 3, 8));
    }

    private static Parameter Randomize(AdapterSet set)
    {
        using var noGrad = no_grad();
        var l = ((IA3Adapter)set.Adapters.Single()).ia3_l;
        l.normal_();
        return l;
    }

    private static (nn.Module<Tensor, Tensor> Layer, Tensor X) Create(string kind)
    {
        const ScalarType Double = ScalarType.Float64;
        return kind switch
        {
            "linear" => (nn.Linear(6, 4, dtype: Double), randn(2, 3, 6, dtype: Double)),
            "linear without bias" => (nn.Linear(6, 4, hasBias: false, dtype: Double), randn(3, 6, dtype: Double)),
            "linear-like" => (new PlainLinear(randn(4, 6, dtype: Double), randn(4, dtype: Double)), randn(2, 3, 6, dtype: Double)),
            "conv2d" => (nn.Conv2d(4, 6, 3, padding: 1, dtype: Double), randn(2, 4, 5, 5, dtype: Double)),
            "grouped conv2d" => (nn.Conv2d(4, 6, (3, 2), groups: 2, dtype: Double), randn(2, 4, 5, 5, dtype: Double)),
            _ => throw new NotSupportedException(kind),
        };
    }

    private sealed class ShiftedLinear : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter weight = new(randn(4, 6)), shift = new(randn(4));

        public ShiftedLinear()
            : base(nameof(ShiftedLinear)) =>
            RegisterComponents();

        public override Tensor forward(Tensor x) => nn.functional.linear(x, weight) + shift;
    }
}
