using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.Lora;

/// <summary>Forward, merge and gradients against closed forms and finite differences, in double precision.</summary>
public sealed class ClosedFormTests
{
    private const double Exact = 1e-12;

    private static readonly LoraOptions Options = new() { Rank = 2, Alpha = 3 };

    // α/√r is no single-precision number: a factor that went through one would be off by 1e-8.
    private static readonly LoraOptions Stabilized = new() { Rank = 3, Alpha = 5, RankStabilized = true };

    public static TheoryData<string, bool> Layers => new()
    {
        { "linear", false }, { "linear", true }, { "linear without bias", false }, { "linear-like", false }, { "linear-like", true },
        { "embedding", false }, { "embedding", true }, { "conv1d", false }, { "conv2d", false }, { "conv2d", true },
        { "conv2d same", false },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Forward_is_the_layer_with_its_weight_changed(string kind, bool stabilized)
    {
        var (layer, x) = LayerCases.Create(kind);
        using var model = new OneLayer(layer, stabilized ? Stabilized : Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var y = model.forward(x);

        set.Merge();
        using var merged = layer.forward(x);
        if (kind == "linear-like")
            return;
        Near.Equal(merged, y, Exact, kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_update_is_s_times_B_times_A(bool stabilized)
    {
        var (layer, x) = LayerCases.Create("linear");
        var options = stabilized ? Stabilized : Options;
        using var model = new OneLayer(layer, options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        var adapter = (LoraLinear)set.Adapters[0];
        var s = stabilized ? 5 / Math.Sqrt(3) : 1.5;

        using var expected = adapter.lora_B.weight.mm(adapter.lora_A.weight) * s;
        Near.Equal(expected, adapter.Delta(), Exact);
        using var rows = layer.forward(x) + x.matmul(expected.t());
        Near.Equal(rows, model.forward(x), Exact);
        Assert.Equal(s, adapter.Scaling, 15);
    }

    [Fact]
    public void A_linear_like_layer_adds_the_update_to_its_own_result()
    {
        var (layer, x) = LayerCases.Create("linear-like");
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var expected = layer.forward(x) + x.matmul(set.Adapters[0].Delta().t());
        Near.Equal(expected, model.forward(x), Exact);
    }

    [Fact]
    public void A_grouped_convolution_adds_B_of_A()
    {
        var layer = nn.Conv2d(4, 6, 3, padding: 1, groups: 2, dtype: ScalarType.Float64);
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        var adapter = (LoraConv2d)set.Adapters[0];
        using var x = randn(2, 4, 5, 5, ScalarType.Float64);
        using var expected = layer.forward(x) + adapter.lora_B.forward(adapter.lora_A.forward(x)) * 1.5;
        Near.Equal(expected, model.forward(x), Exact);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Gradients_are_those_of_finite_differences(string kind, bool stabilized)
    {
        var (layer, x) = LayerCases.Create(kind);
        using var model = new OneLayer(layer, stabilized ? Stabilized : Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var weights = randn(model.forward(x).shape, ScalarType.Float64);
        var differentiable = x.is_floating_point();
        if (differentiable)
            x.requires_grad_();

        Loss().backward();
        foreach (var parameter in set.Parameters)
            Near.Equal(Gradients.Numeric(Loss, parameter), parameter.grad!, 1e-7, kind);
        if (differentiable)
            Near.Equal(Gradients.Numeric(Loss, x), x.grad!, 1e-7, "x");

        Tensor Loss() => (model.forward(x).sin() * weights).sum();
    }

    [Theory]
    [InlineData(new long[] { 6 })]
    [InlineData(new long[] { 4, 6 })]
    [InlineData(new long[] { 2, 3, 6 })]
    [InlineData(new long[] { 2, 1, 3, 6 })]
    [InlineData(new long[] { 0, 6 })]
    [InlineData(new long[] { 2, 0, 6 })]
    public void Any_number_of_dimensions_goes_in_and_comes_out(long[] shape)
    {
        var layer = nn.Linear(6, 4, dtype: ScalarType.Float64);
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var x = randn(shape, ScalarType.Float64);
        using var expected = layer.forward(x) + x.matmul(set.Adapters[0].Delta().t());
        Near.Equal(expected, model.forward(x), Exact);
    }

    [Fact]
    public void An_input_that_is_not_contiguous_is_read_as_it_is()
    {
        var layer = nn.Linear(6, 4, dtype: ScalarType.Float64);
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var x = randn(6, 3, 2, ScalarType.Float64).transpose(0, 2);
        using var expected = layer.forward(x) + x.matmul(set.Adapters[0].Delta().t());
        Near.Equal(expected, model.forward(x), Exact);
    }

    [Fact]
    public void Nothing_is_left_behind_by_a_forward_pass()
    {
        foreach (var kind in Layers.Select(static l => (string)((object[])l)[0]).Distinct())
        {
            var (layer, x) = LayerCases.Create(kind);
            using var model = new OneLayer(layer, Stabilized);
            using var set = AdapterSet.Attach(model);
            model.eval();
            using var noGrad = no_grad();
            using var scope = NewDisposeScope();
            model.forward(x);
            Assert.True(scope.DisposablesCount == 1, $"{kind} leaves {scope.DisposablesCount} tensors, its result among them");
        }
    }

    private static void Randomize(AdapterSet set)
    {
        using var noGrad = no_grad();
        foreach (var parameter in set.Parameters)
            parameter.normal_(0, 0.5);
    }
}
