using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.DoRA;

/// <summary>DoRA against the dense formula m·V / ‖V‖, which no adapter ever computes.</summary>
public sealed class DoRATests
{
    private const double Exact = 1e-11;
    private static readonly DoRAOptions Options = new() { Rank = 2, Alpha = 3 };

    public static TheoryData<string> Kinds => new("linear", "linear without bias", "linear-like with bias", "embedding", "conv1d", "conv2d", "conv2d same");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Forward_and_gradients_are_those_of_the_dense_formula(string kind)
    {
        var (layer, x) = LayerCases.Create(kind);
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        if (x.is_floating_point())
            x.requires_grad_();
        using var y = model.forward(x);
        using var weights = randn(y.shape, ScalarType.Float64);
        (y.sin() * weights).sum().backward();
        var own = Gradients(set, x);

        using var dense = Dense.Forward(layer, (LoraAdapter)set.Adapters[0], x);
        Near.Equal(dense, y, Exact, kind);
        (dense.sin() * weights).sum().backward();
        foreach (var ((name, expected), (_, actual)) in Gradients(set, x).Zip(own))
            Near.Equal(expected, actual, Exact, $"{kind}, {name}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void At_its_start_it_is_the_layer_to_the_bit(string kind)
    {
        var (layer, x) = LayerCases.Create(kind);
        using var expected = layer.forward(x);
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        using var y = model.forward(x);
        Near.Same(expected, y, kind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Merged_it_is_the_same_model(string kind)
    {
        var (layer, x) = LayerCases.Create(kind);
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var y = model.forward(x);
        var before = Near.Bits(set.Adapters[0].Weight.Current);
        set.Merge();
        Near.Equal(y, model.forward(x), Exact, kind);
        set.Unmerge();
        Assert.Equal(before, Near.Bits(set.Adapters[0].Weight.Current));
    }

    [Fact]
    public void The_lengths_follow_a_factor_whoever_changes_it()
    {
        var (layer, x) = LayerCases.Create("linear");
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        var adapter = (DoRALinear)set.Adapters[0];
        model.eval();
        using var noGrad = no_grad();
        for (var i = 0; i < 3; i++)
        {
            using var y = model.forward(x);
            Near.Equal(Dense.Forward(layer, adapter, x), y, Exact);
            (i == 0 ? adapter.lora_A.weight : i == 1 ? adapter.lora_B.weight : adapter.lora_magnitude_vector).add_(0.25);
        }
        Near.Equal(Dense.Forward(layer, adapter, x), model.forward(x), Exact);
    }

    [Theory]
    [InlineData(ScalarType.Float32, 1e-5)]
    [InlineData(ScalarType.Float64, 1e-12)]
    public void The_lengths_are_those_of_the_dense_matrix(ScalarType type, double tolerance)
    {
        using var norm = new DirectionNorm();
        var (w, a, b) = (randn(300, 200, type), randn(16, 200, type), randn(300, 16, type));
        using var dense = (w.to_type(ScalarType.Float64) + (b.to_type(ScalarType.Float64).mm(a.to_type(ScalarType.Float64)) * 2.5)).norm(1);
        Near.Equal(dense, norm.Of(Direction.Of(new(w, a, b)), 2.5), tolerance);
    }

    [Fact]
    public void Lengths_of_a_weight_in_half_precision_are_computed_in_single()
    {
        using var norm = new DirectionNorm();
        var (w, a, b) = (randn(2500, 64).bfloat16(), randn(4, 64).bfloat16(), randn(2500, 4).bfloat16());
        using var dense = (w.to_type(ScalarType.Float64) + (b.to_type(ScalarType.Float64).mm(a.to_type(ScalarType.Float64)) * 0.5)).norm(1);
        var lengths = norm.Of(Direction.Of(new(w, a, b)), 0.5);
        Assert.Equal(ScalarType.Float32, lengths.dtype);
        Near.Equal(dense, lengths);
    }

    [Fact]
    public void A_magnitude_near_the_length_keeps_its_digits_in_half_precision()
    {
        using var scope = NewDisposeScope();
        var layer = nn.Linear(32, 24, hasBias: false).bfloat16();
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        var adapter = (DoRALinear)set.Adapters[0];
        model.eval();
        using var noGrad = no_grad();
        manual_seed(5);
        adapter.lora_B.weight.normal_(0, 0.05);
        var x = randn(512, 32).bfloat16();
        var wide = Dense.Forward(layer, adapter, x, ScalarType.Float64);
        var plain = nn.functional.linear(x, layer.weight!) + (x.mm(adapter.lora_A.weight.t()).mm(adapter.lora_B.weight.t()) * 1.5);
        var factor = adapter.lora_magnitude_vector / (layer.weight! + (adapter.lora_B.weight.mm(adapter.lora_A.weight) * 1.5)).norm(1);
        double Error(Tensor y) => (y.to_type(ScalarType.Float64) - wide).abs().mean().item<double>();
        Assert.True(Error(model.forward(x)) < 0.9 * Error(plain * factor), $"{Error(model.forward(x)):G3} beside {Error(plain * factor):G3}");
    }

    [Fact]
    public void A_row_of_zeros_is_no_division_by_zero()
    {
        var layer = nn.Linear(6, 4);
        using (no_grad())
            layer.weight!.zero_();
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        using var x = randn(3, 6);
        using var y = model.forward(x);
        Near.Equal(layer.bias!.expand(3, 4), y);
    }

    [Fact]
    public void A_grouped_convolution_is_refused()
    {
        using var model = new OneLayer(nn.Conv2d(4, 6, 3, groups: 2), Options);
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("2 groups", error.Message, StringComparison.Ordinal);
        Assert.Contains("[Lora]", error.Message, StringComparison.Ordinal);
    }

    private static List<(string Name, Tensor Gradient)> Gradients(AdapterSet set, Tensor x)
    {
        var gradients = set.Adapters[0].CheckpointTensors().Select(static t => (Name: t.Suffix, Gradient: t.Parameter.grad!.clone())).ToList();
        foreach (var parameter in set.Parameters)
            parameter.grad!.zero_();
        if (x.requires_grad)
        {
            gradients.Add(("x", x.grad!.clone()));
            x.grad!.zero_();
        }
        return gradients;
    }

    private static void Randomize(AdapterSet set)
    {
        using var noGrad = no_grad();
        foreach (var parameter in set.Parameters)
            parameter.normal_(0, 0.5);
    }
}
