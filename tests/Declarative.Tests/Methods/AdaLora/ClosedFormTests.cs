using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.AdaLora;

/// <summary>AdaLoRA against its formula in double precision.</summary>
public sealed class ClosedFormTests
{
    private static readonly AdaLoraOptions Options = new() { InitialRank = 3, TargetRank = 2, Alpha = 5, TotalSteps = 4 };

    public static TheoryData<bool> Kinds => [true, false];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Output_is_that_of_the_dense_weight_and_gradients_are_numeric(bool isLinear)
    {
        using var model = new OneLayer(Layer(isLinear), Options);
        using var set = AdapterSet.Attach(model);
        var adapter = (AdaLoraAdapter)set.Adapters[0];
        using var x = rand(2, 3, 4, ScalarType.Float64);
        using var before = model.forward(x).detach();
        using (set.Disable())
            Near.Equal(before, model.forward(x).detach(), 1e-12);

        Fill(set);
        using var expected = adapter.lora_B.mm(adapter.lora_A * adapter.lora_E) * (5 / (3 + 1e-5));
        Near.Equal(expected, adapter.Delta(), 1e-12);
        using (set.Disable())
            Near.Equal(model.forward(x) + x.matmul(expected.t()), Adapted(model, x, set), 1e-12);

        Tensor Loss() => model.forward(x).square().mean();
        Loss().backward();
        foreach (var tensor in adapter.CheckpointTensors())
            Near.Equal(Gradients.Numeric(Loss, tensor.Parameter), tensor.Parameter.grad!, 1e-7, tensor.Suffix);
        Assert.Null(adapter.Weight.Current.grad);
    }

    [Fact]
    public void Merged_is_adapted_and_unmerged_is_the_base_to_the_bit()
    {
        using var model = new OneLayer(nn.Linear(4, 5), Options);
        var state = new BaseState(model);
        using var x = rand(3, 4);
        using (var set = AdapterSet.Attach(model))
        {
            Fill(set);
            using var adapted = model.forward(x).detach();
            set.Merge();
            Near.Equal(adapted, model.forward(x).detach(), 1e-6);
            set.Unmerge();
            Near.Same(adapted, model.forward(x).detach());
        }
        state.AssertSame(model);
    }

    [Fact]
    public void Dropout_is_on_the_adapter_s_input_while_training_only()
    {
        using var model = new OneLayer(nn.Linear(64, 4, dtype: ScalarType.Float64), Options with { Dropout = 0.5 });
        using var set = AdapterSet.Attach(model);
        Fill(set);
        using var x = rand(8, 64, ScalarType.Float64);
        var (one, other) = (model.forward(x).detach(), model.forward(x).detach());
        Near.Different(one, other);
        model.eval();
        using var y = model.forward(x).detach();
        Near.Same(y, model.forward(x).detach());
        using var expected = nn.functional.linear(x, set.Adapters[0].Weight.Current + set.Adapters[0].Delta(), ((Linear)set.Adapters[0].BaseLayer).bias);
        Near.Equal(expected, y, 1e-12);
    }

    // A direction is pruned by its own importance and the means of its row of A and column of B, computed here by hand.
    [Fact]
    public void The_least_important_direction_of_all_layers_is_pruned_first()
    {
        using var model = new OneLayer(nn.Linear(2, 2, dtype: ScalarType.Float64), Options with { InitialRank = 2, TargetRank = 1, TotalSteps = 2 });
        using var set = AdapterSet.Attach(model);
        using var optimizer = optim.SGD(set.Parameters, 0);
        var adapter = (AdaLoraAdapter)set.Adapters[0];
        double[] a = [0.5, 1, 2, 0.1], b = [1, 3, 2, 1], e = [2, 3];
        Set(adapter.lora_A, a);
        Set(adapter.lora_B, b);
        Set(adapter.lora_E, e);
        double[] scores = [Score(2) + ((Score(0.5) + Score(1)) / 2) + ((Score(1) + Score(2)) / 2), Score(3) + ((Score(2) + Score(0.1)) / 2) + ((Score(3) + Score(1)) / 2)];
        Assert.True(scores[0] < scores[1]);
        set.Step(optimizer);
        Assert.Equal(2, adapter.Rank);
        set.Step(optimizer);
        Assert.Equal([false, true], adapter.Pattern());
        set.Step(optimizer);
        Assert.Equal([1, 2], adapter.lora_A.shape);
        Assert.Equal([2, 0.1], AdaLoraAdapter.Numbers(adapter.lora_A));
        Assert.Equal([3, 1], AdaLoraAdapter.Numbers(adapter.lora_B));

        // One step with the gradient 1 at the value w: I = |w|, U1 = 0.15·I, U2 = 0.15·|I − U1|.
        static double Score(double w) => 0.15 * w * (0.15 * 0.85 * w);

        static void Set(Parameter parameter, double[] values)
        {
            using var noGrad = no_grad();
            parameter.copy_(tensor(values, ScalarType.Float64).view(parameter.shape));
            parameter.grad = ones_like(parameter);
        }
    }

    [Theory]
    [InlineData("initial rank must be at least 1; got 0", 0, 0, 0.85, 1, 0, 10)]
    [InlineData("target rank must be from 1 to the initial rank, 4; got 5", 4, 5, 0.85, 1, 0, 10)]
    [InlineData("target rank must be from 1 to the initial rank, 4; got 0", 4, 0, 0.85, 1, 0, 10)]
    [InlineData("Beta1 = 1", 4, 2, 1.0, 1, 0, 10)]
    [InlineData("Interval = 0", 4, 2, 0.85, 0, 0, 10)]
    [InlineData("InitialSteps = -1", 4, 2, 0.85, 1, -1, 10)]
    [InlineData("10 steps have none between. Set TotalSteps", 4, 2, 0.85, 1, 10, 10)]
    public void Bad_settings_are_refused_by_name(string expected, int initial, int target, double beta, int interval, int initialSteps, int total)
    {
        var options = new AdaLoraOptions
        {
            InitialRank = initial,
            TargetRank = target,
            Beta1 = beta,
            Interval = interval,
            InitialSteps = initialSteps,
            TotalSteps = total,
        };
        using var model = new OneLayer(nn.Linear(4, 5), options);
        var state = new BaseState(model);
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("'layer'", error.Message, StringComparison.Ordinal);
        state.AssertSame(model);
    }

    [Fact]
    public void Layers_that_are_no_matrices_are_refused()
    {
        using var model = new OneLayer(nn.Embedding(4, 5), Options);
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains("AdaLoRA cannot adapt a Embedding", error.Message, StringComparison.Ordinal);
    }

    private static nn.Module<Tensor, Tensor> Layer(bool isLinear) =>
        isLinear ? nn.Linear(4, 5, dtype: ScalarType.Float64) : new BufferLinear(rand(5, 4, ScalarType.Float64));

    private static Tensor Adapted(OneLayer model, Tensor x, AdapterSet set) => set.Adapters[0].forward(x).detach();

    private static void Fill(AdapterSet set)
    {
        using var noGrad = no_grad();
        foreach (var parameter in set.Parameters)
            parameter.normal_(0, 0.5);
    }
}
