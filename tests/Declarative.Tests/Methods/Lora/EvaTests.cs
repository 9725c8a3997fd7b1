using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.Lora;

/// <summary>The start from data.</summary>
public sealed class EvaTests : IDisposable
{
    private const ScalarType Type = ScalarType.Float64;

    private static readonly LoraOptions Options = new() { Rank = 3, Alpha = 6, Init = LoraInit.Eva };

    private readonly TemporaryFolder folder = new();

    public static TheoryData<LoraOptions, int> Kinds => new()
    {
        { Options, 2 }, { Options, 3 }, { new DoRAOptions { Rank = 3, Init = LoraInit.Eva }, 3 }, { Options with { FreezeA = true }, 2 },
    };

    // Inputs u·diag(sizes)·V with V and the columns of u orthonormal: their right-singular vectors are the rows of V.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_is_the_directions_of_the_inputs_and_the_model_starts_unchanged(LoraOptions options, int dimensions)
    {
        var layer = nn.Linear(10, 6, dtype: Type);
        using var model = new OneLayer(layer, options);
        var (basis, inputs) = Inputs(2000, 10, 9, 8, 3, 2, 1);
        using var set = AdapterSet.Attach(model);
        using var before = model.forward(inputs).detach();
        EvaStart.Apply(set, model, inputs.chunk(5).Select(b => dimensions == 2 ? b : b.view(20, -1, 10)));

        var adapter = (LoraLinear)set.Adapters[0];
        AssertSameDirections(basis.narrow(0, 0, 3), adapter.lora_A.weight.detach());
        Assert.Equal(0, adapter.lora_B.weight.abs().max().item<double>());
        Near.Equal(before, model.forward(inputs), 1e-12);
        using var own = layer.forward(inputs);
        Near.Equal(own, model.forward(inputs), 1e-12);
        using (set.Disable())
            Near.Same(own.detach(), model.forward(inputs).detach());
    }

    [Fact]
    public void Many_batches_of_full_rank_give_nearly_the_vectors_of_one_decomposition()
    {
        manual_seed(5);
        using var model = new OneLayer(nn.Linear(120, 6, dtype: Type), Options);
        using var inputs = randn(3000, 120, Type) * linspace(0.1, 3, 120, Type).pow(4);
        using var set = AdapterSet.Attach(model);
        EvaStart.Apply(set, model, inputs.split(7));
        var (_, _, expected) = linalg.svd(inputs, fullMatrices: false);
        AssertSameDirections(expected.narrow(0, 0, 3), ((LoraLinear)set.Adapters[0]).lora_A.weight.detach(), 1e-3);
    }

    [Fact]
    public void A_layer_of_one_s_own_and_layers_in_sequences_see_their_inputs()
    {
        using var own = new OneLayer(new BufferLinear(randn(6, 10, Type)), Options);
        var (basis, inputs) = Inputs(500, 10, 5, 4, 3);
        using (var set = AdapterSet.Attach(own))
        {
            EvaStart.Apply(set, own, [inputs]);
            AssertSameDirections(basis, ((LoraLinearLike)set.Adapters[0]).lora_A.weight.detach());
        }

        using var model = new Stack(2, Plans.Of("all-linear", Options, Stack.Members));
        using var x = randn(40, 8);
        using (var set = AdapterSet.Attach(model))
        {
            EvaStart.Apply(set, model, [x]);
            foreach (var adapter in set.Adapters.Cast<LoraLinear>())
            {
                using var a = adapter.lora_A.weight.detach();
                Near.Equal(eye(3), a.mm(a.t()), 1e-5, adapter.LayerPath);
            }
            var (_, _, expected) = linalg.svd(x, fullMatrices: false);
            AssertSameDirections(expected.narrow(0, 0, 3), ((LoraLinear)set.Adapters[0]).lora_A.weight.detach(), 1e-5);
        }
    }

    [Fact]
    public void Training_waits_for_the_data_and_then_learns()
    {
        using var model = new OneLayer(nn.Linear(10, 6, dtype: Type), Options);
        using var set = AdapterSet.Attach(model);
        var error = Assert.Throws<AdapterException>(() => set.AdamW());
        Assert.Contains("'layer' cannot be trained yet", error.Message, StringComparison.Ordinal);
        Assert.Contains("EvaStart.Apply", error.Message, StringComparison.Ordinal);
        using (var other = optim.SGD(set.Parameters, 0.1))
            Assert.Throws<AdapterException>(() => set.Step(other));

        var (_, inputs) = Inputs(50, 10, 5, 4, 3);
        EvaStart.Apply(set, () => model.forward(inputs).Dispose());
        using var optimizer = set.AdamW(learningRate: 0.1);
        model.forward(inputs).square().mean().backward();
        set.Step(optimizer);
        Assert.NotEqual(0, set.Adapters[0].Delta().abs().max().item<double>());
    }

    [Fact]
    public void A_checkpoint_needs_no_data()
    {
        using var model = new OneLayer(nn.Linear(10, 6, dtype: Type), Options);
        var (_, inputs) = Inputs(50, 10, 5, 4, 3);
        Tensor a;
        using (var set = AdapterSet.Attach(model))
        {
            EvaStart.Apply(set, model, [inputs]);
            a = ((LoraLinear)set.Adapters[0]).lora_A.weight.detach().clone();
            set.SavePretrained(folder.Path);
        }
        Assert.Contains("\"init_lora_weights\": \"eva\"", File.ReadAllText(folder.File("adapter_config.json")), StringComparison.Ordinal);
        using var loaded = AdapterSet.LoadPretrained(model, folder.Path);
        Near.Same(a, ((LoraLinear)loaded.Adapters[0]).lora_A.weight.detach());
        loaded.AdamW().Dispose();
    }

    [Fact]
    public void Too_little_data_changes_nothing_and_names_the_layer()
    {
        using var model = new OneLayer(nn.Linear(10, 6, dtype: Type), Options);
        using var set = AdapterSet.Attach(model);
        using var a = ((LoraLinear)set.Adapters[0]).lora_A.weight.detach().clone();
        var error = Assert.Throws<AdapterException>(() => EvaStart.Apply(set, model, [randn(2, 10, Type)]));
        Assert.Contains("'layer' got 2 inputs", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<AdapterException>(() => EvaStart.Apply(set, model, []));
        Assert.Contains("'layer' got 0 inputs", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => EvaStart.Apply(set, static () => throw new InvalidOperationException()));
        Near.Same(a, ((LoraLinear)set.Adapters[0]).lora_A.weight.detach());
        Assert.Same(set.Adapters[0], AdapterDispatch.Find(set.Adapters[0].BaseLayer));
    }

    [Fact]
    public void What_cannot_start_from_data_says_so()
    {
        using var plain = new OneLayer(nn.Linear(10, 6), new LoraOptions { Rank = 2 });
        using (var set = AdapterSet.Attach(plain))
            Assert.Contains("Init = LoraInit.Eva", Assert.Throws<AdapterException>(() => EvaStart.Apply(set, plain, [])).Message, StringComparison.Ordinal);

        using var model = new OneLayer(nn.Linear(10, 6), Options);
        using var eva = AdapterSet.Attach(model);
        using (eva.Disable())
            Assert.Throws<AdapterException>(() => EvaStart.Apply(eva, model, []));
        eva.Merge();
        Assert.Contains("Unmerge", Assert.Throws<AdapterException>(() => EvaStart.Apply(eva, model, [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_the_data_leaves_no_tensor_behind()
    {
        using var model = new OneLayer(nn.Linear(10, 6), Options);
        using var set = AdapterSet.Attach(model);
        using var x = randn(1000, 10);
        using var scope = NewDisposeScope();
        EvaStart.Apply(set, model, [x, x]);
        Assert.Equal(0, scope.DisposablesCount);
    }

    public void Dispose() => folder.Dispose();

    private static (Tensor Basis, Tensor Inputs) Inputs(long count, long width, params double[] sizes)
    {
        var (rows, _) = linalg.qr(randn(count, sizes.Length, Type));
        var (columns, _) = linalg.qr(randn(width, sizes.Length, Type));
        var basis = columns.t();
        return (basis, (rows * tensor(sizes, Type)).mm(basis));
    }

    // Signs are free.
    private static void AssertSameDirections(Tensor expected, Tensor actual, double tolerance = 1e-10) =>
        Near.Equal(eye(expected.size(0), dtype: expected.dtype), expected.mm(actual.t()).abs(), tolerance);
}
