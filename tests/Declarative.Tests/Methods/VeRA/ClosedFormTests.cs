using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.VeRA;

/// <summary>Forward, merge and gradients against closed forms and finite differences, in double precision.</summary>
public sealed class ClosedFormTests
{
    private const double Exact = 1e-12;

    // A rank above and one below the sides of the layer.
    private static readonly VeRAOptions Options = new() { Rank = 3, SharedSeed = 1 };

    public static TheoryData<string, int> Layers => new()
    {
        { "linear", 3 }, { "linear", 9 }, { "linear without bias", 3 }, { "linear-like", 3 }, { "linear-like", 9 },
    };

    [Fact]
    public void The_start_leaves_the_model_unchanged_to_the_bit()
    {
        var (layer, x) = Create("linear");
        using var model = new OneLayer(layer, Options with { DInitial = -0.25 });
        using var before = model.forward(x).detach();
        using var set = AdapterSet.Attach(model);
        Near.Same(before, model.forward(x).detach());
        var adapter = (VeRAAdapter)set.Adapters[0];
        Near.Same(full([3], -0.25, ScalarType.Float64), adapter.vera_lambda_d);
        Near.Same(zeros([4], ScalarType.Float64), adapter.vera_lambda_b);
        Assert.Equal(3, adapter.Rank);
        Assert.Equal("VeRA", adapter.Method);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void The_update_is_diag_b_B_diag_d_A(string kind, int rank)
    {
        var (layer, x) = Create(kind);
        using var model = new OneLayer(layer, Options with { Rank = rank });
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var expected = Dense((VeRAAdapter)set.Adapters[0]);
        Near.Equal(expected, set.Adapters[0].Delta(), Exact);
        using var y = layer.forward(x) + x.matmul(expected.t());
        Near.Equal(y, model.forward(x), Exact);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Merged_it_computes_the_same_and_unmerged_it_is_what_it_was(string kind, int rank)
    {
        var (layer, x) = Create(kind);
        if (kind == "linear-like")
            return; // adds its update behind its activation
        using var model = new OneLayer(layer, Options with { Rank = rank });
        using var before = layer.forward(x).detach();
        using (var set = AdapterSet.Attach(model))
        {
            Randomize(set);
            using var y = model.forward(x).detach();
            set.Merge();
            Near.Equal(y, layer.forward(x), Exact);
            set.Unmerge();
            Near.Same(y, model.forward(x).detach());
            using (set.Disable())
                Near.Same(before, model.forward(x).detach());
        }
        Near.Same(before, model.forward(x).detach());
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Gradients_are_those_of_finite_differences(string kind, int rank)
    {
        var (layer, x) = Create(kind);
        using var model = new OneLayer(layer, Options with { Rank = rank });
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var weights = randn(model.forward(x).shape, ScalarType.Float64);
        x.requires_grad_();
        Loss().backward();
        Assert.Equal(2, set.Parameters.Count);
        foreach (var parameter in set.Parameters)
            Near.Equal(Gradients.Numeric(Loss, parameter), parameter.grad!, 1e-7, kind);
        Near.Equal(Gradients.Numeric(Loss, x), x.grad!, 1e-7, "x");

        Tensor Loss() => (model.forward(x).sin() * weights).sum();
    }

    [Theory]
    [InlineData(new long[] { 6 })]
    [InlineData(new long[] { 4, 6 })]
    [InlineData(new long[] { 2, 1, 3, 6 })]
    [InlineData(new long[] { 0, 6 })]
    [InlineData(new long[] { 2, 0, 6 })]
    public void Any_number_of_dimensions_goes_in_and_comes_out(long[] shape)
    {
        var (layer, _) = Create("linear");
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var x = randn(shape, ScalarType.Float64);
        using var expected = layer.forward(x) + x.matmul(set.Adapters[0].Delta().t());
        Near.Equal(expected, model.forward(x), Exact);
    }

    [Fact]
    public void A_small_layer_beside_a_large_one_takes_A_s_first_columns_and_B_s_first_rows()
    {
        using var model = new Stack(1, Plans.Of("fc1|fc2|head", Options, Stack.Members));
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var whole = VeRAProjection.FromSeed(1, 3, 16, 16);
        foreach (var adapter in set.Adapters.Cast<VeRAAdapter>())
        {
            var shape = adapter.Weight.Current.shape;
            using var a = whole.A.narrow(1, 0, shape[1]);
            using var b = whole.B.narrow(0, 0, shape[0]);
            using var expected = adapter.vera_lambda_b.diag().mm(b).mm(adapter.vera_lambda_d.diag()).mm(a);
            Near.Equal(expected, adapter.Delta(), 1e-6, adapter.LayerPath);
        }
    }

    [Fact]
    public void Nothing_is_left_behind_by_a_forward_pass()
    {
        foreach (var kind in new[] { "linear", "linear-like" })
        {
            var (layer, x) = Create(kind);
            using var model = new OneLayer(layer, Options);
            using var set = AdapterSet.Attach(model);
            using var noGrad = no_grad();
            using var scope = NewDisposeScope();
            model.forward(x);
            Assert.True(scope.DisposablesCount == 1, $"{kind} leaves {scope.DisposablesCount} tensors, its result among them");
            set.Adapters[0].Delta().Dispose();
            Assert.Equal(1, scope.DisposablesCount);
        }
    }

    [Fact]
    public void Steps_leave_no_tensor_behind_and_gradients_reach_the_vectors_only()
    {
        using var model = new Stack(2, Plans.Of("all-linear", Options with { Dropout = 0.1 }, Stack.Members));
        using var set = AdapterSet.Attach(model);
        using var optimizer = set.AdamW(learningRate: 0.01);
        using var x = randn(4, 3, 8);
        Train(3);
        using var scope = NewDisposeScope();
        Train(30);
        Assert.Equal(0, scope.DisposablesCount);
        set.Merge();
        set.Disable().Dispose();
        set.Unmerge();
        Assert.Equal(0, scope.DisposablesCount);
        Assert.All(set.Parameters, static p => Assert.NotNull(p.grad));
        Assert.All(ModelWalk.Parameters(model), static p => Assert.Null(p.Parameter.grad));

        void Train(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                model.forward(x).square().mean().backward();
                set.Step(optimizer);
            }
        }
    }

    private static Tensor Dense(VeRAAdapter adapter)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return adapter.vera_lambda_b.diag().mm(adapter.SharedB()).mm(adapter.vera_lambda_d.diag()).mm(adapter.SharedA()).MoveToOuterDisposeScope();
    }

    private static (nn.Module<Tensor, Tensor> Layer, Tensor X) Create(string kind)
    {
        const ScalarType type = ScalarType.Float64;
        return kind switch
        {
            "linear" => (nn.Linear(6, 4, dtype: type), randn(2, 3, 6, type)),
            "linear without bias" => (nn.Linear(6, 4, hasBias: false, dtype: type), randn(5, 6, type)),
            _ => (new BufferLinear(randn(4, 6, type)), randn(2, 3, 6, type)),
        };
    }

    private static void Randomize(AdapterSet set)
    {
        using var noGrad = no_grad();
        foreach (var parameter in set.Parameters)
            parameter.normal_(0, 0.5);
    }
}
