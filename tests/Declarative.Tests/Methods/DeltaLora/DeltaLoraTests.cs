using System.Text.Json.Nodes;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.DeltaLora;

/// <summary>Delta-LoRA against its formula in double precision.</summary>
public sealed class DeltaLoraTests
{
    private const double Rate = 0.1;

    private static readonly DeltaLoraOptions Options = new() { Rank = 2, Alpha = 3, Lambda = 0.7, StartStep = 1 };

    public static TheoryData<string> Kinds => ["Linear", "LinearLike", "Embedding", "Conv1d", "Conv2d"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_weight_takes_over_what_a_step_changes_from_the_start_step_on(string kind)
    {
        var (layer, x) = Layer(kind);
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        using var optimizer = optim.SGD(set.Parameters, Rate);
        Fill(set);
        var adapter = set.Adapters[0];
        using var expected = adapter.Weight.Current.detach().clone();
        for (var step = 0; step < 4; step++)
        {
            using var before = adapter.Delta();
            Backward(set, () => model.forward(x));
            set.Step(optimizer);
            using var after = adapter.Delta();
            if (step >= 1)
                expected.add_(after - before, alpha: 0.7);
            Near.Equal(expected, adapter.Weight.Current, 1e-13, $"step {step}");
            Near.Different(before, after);
        }
        Assert.Equal(set.Parameters.Sum(static p => p.numel()), set.Report.TrainableParameters.Value);
        Assert.Null(adapter.Weight.Current.grad);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Disabled_and_disposed_is_the_base_to_the_bit_and_merging_adds_the_update(string kind)
    {
        var (layer, x) = Layer(kind);
        using var model = new OneLayer(layer, Options with { StartStep = 0 });
        var state = new BaseState(model);
        using var original = model.forward(x).detach();
        using (var set = AdapterSet.Attach(model))
        {
            Train(model, set, x, 3);
            using var adapted = model.forward(x).detach();
            Near.Different(original, adapted);
            using (set.Disable())
                Near.Same(original, model.forward(x).detach());
            Near.Same(adapted, model.forward(x).detach());

            set.Merge();
            Near.Equal(adapted, model.forward(x).detach(), 1e-12);
            using (set.Disable())
                Near.Same(original, model.forward(x).detach());
            set.Unmerge();
            Near.Same(adapted, model.forward(x).detach());
        }
        state.AssertSame(model);
        Near.Same(original, model.forward(x).detach());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_checkpoint_carries_the_change_and_loads_onto_the_original_base(string kind)
    {
        var (layer, x) = Layer(kind);
        using var folder = new TemporaryFolder();
        using var model = new OneLayer(layer, Options);
        var state = new BaseState(model);
        Tensor trained;
        using (var set = AdapterSet.Attach(model))
        {
            Train(model, set, x, 3);
            trained = model.forward(x).detach();
            set.SavePretrained(folder.Path);
        }
        var tensors = Safetensors.Load(folder.File("adapter_model.safetensors"));
        Assert.Equal(layer.get_parameter("weight")?.shape ?? layer.get_buffer("weight")!.shape, tensors["base_model.model.layer.delta_weight"].shape);
        Assert.Equal(3, tensors.Count);
        var config = JsonNode.Parse(File.ReadAllText(folder.File("adapter_config.json")))!;
        Assert.Equal("DELTALORA", (string?)config["peft_type"]);
        Assert.Equal(0.7, (double?)config["delta_lambda"]);
        Assert.Equal(1, (int?)config["delta_start_step"]);
        using (var again = AdapterSet.LoadPretrained(model, folder.Path))
        {
            Near.Equal(trained, model.forward(x).detach(), 1e-14);
            again.Load(folder.Path);
            Near.Equal(trained, model.forward(x).detach(), 1e-14);
        }
        state.AssertSame(model);
    }

    [Fact]
    public void A_checkpoint_of_another_method_is_refused()
    {
        using var folder = new TemporaryFolder();
        var (layer, _) = Layer("Linear");
        using var model = new OneLayer(layer, new LoraOptions { Rank = 2, Alpha = 3 });
        using (var set = AdapterSet.Attach(model))
            set.SavePretrained(folder.Path);
        using var other = new OneLayer(layer, Options);
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(other, folder.Path));
        Assert.Contains("the checkpoint's method is LORA, and DELTALORA here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_factor_the_weight_stays_and_no_copy_is_made()
    {
        var (layer, x) = Layer("Linear");
        using var model = new OneLayer(layer, Options with { Lambda = 0, StartStep = 0 });
        using var set = AdapterSet.Attach(model);
        using var before = set.Adapters[0].Weight.Current.clone();
        Train(model, set, x, 2);
        Near.Same(before, set.Adapters[0].Weight.Current);
        Assert.Same(set.Adapters[0].Weight.Current, set.Adapters[0].Weight.Original);
    }

    [Fact]
    public void Steps_leave_no_tensor_behind()
    {
        var (layer, x) = Layer("Linear");
        using var model = new OneLayer(layer, Options);
        using var set = AdapterSet.Attach(model);
        using var optimizer = set.AdamW();
        Steps(3);
        using var scope = NewDisposeScope();
        Steps(10);
        Assert.Equal(0, scope.DisposablesCount);

        void Steps(int count)
        {
            for (var i = 0; i < count; i++)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                model.forward(x).square().mean().backward();
                set.Step(optimizer);
            }
        }
    }

    [Theory]
    [InlineData(-1.0, 0, 0.0, "Lambda must be a finite number of at least 0; got -1")]
    [InlineData(double.NaN, 0, 0.0, "Lambda must be a finite number of at least 0; got NaN")]
    [InlineData(1.0, -1, 0.0, "StartStep must be at least 0; got -1")]
    [InlineData(1.0, 0, 0.1, "has no dropout; got 0.1")]
    public void Bad_settings_are_refused_by_name(double lambda, int start, double dropout, string expected)
    {
        using var model = new OneLayer(nn.Linear(3, 4), new DeltaLoraOptions { Lambda = lambda, StartStep = start, Dropout = dropout });
        var error = Assert.Throws<AdapterException>(() => AdapterSet.Attach(model));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("'layer'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grouped_convolution_and_a_shared_weight_are_refused()
    {
        using var grouped = new OneLayer(nn.Conv1d(4, 4, 3, groups: 2), Options);
        Assert.Contains("2 groups", Assert.Throws<AdapterException>(() => AdapterSet.Attach(grouped)).Message, StringComparison.Ordinal);

        using var tied = new ToyAttn(Plans.Of("q_proj", Options, ToyAttn.Members));
        var projections = tied.model.layers[0].self_attn;
        projections.k_proj.weight = projections.q_proj.weight;
        Assert.Contains("so Delta-LoRA would change both", Assert.Throws<AdapterException>(() => AdapterSet.Attach(tied)).Message, StringComparison.Ordinal);
    }

    private static void Train(OneLayer model, AdapterSet set, Tensor x, int steps)
    {
        using var optimizer = optim.SGD(set.Parameters, Rate);
        Fill(set);
        for (var step = 0; step < steps; step++)
        {
            Backward(set, () => model.forward(x));
            set.Step(optimizer);
        }
    }

    private static void Backward(AdapterSet set, Func<Tensor> forward)
    {
        foreach (var parameter in set.Parameters)
            parameter.grad?.zero_();
        forward().square().mean().backward();
    }

    private static void Fill(AdapterSet set)
    {
        using var noGrad = no_grad();
        foreach (var parameter in set.Parameters)
            parameter.normal_(0, 0.5);
    }

    private static (nn.Module<Tensor, Tensor> Layer, Tensor Input) Layer(string kind)
    {
        const ScalarType Double = ScalarType.Float64;
        return kind switch
        {
            "Linear" => (nn.Linear(4, 5, dtype: Double), rand(3, 4, Double)),
            "LinearLike" => (new OwnLinear(4, 5, Double), rand(3, 4, Double)),
            "Embedding" => (nn.Embedding(6, 4, dtype: Double), tensor(new long[] { 0, 2, 5, 2 })),
            "Conv1d" => (nn.Conv1d(4, 5, 3, dtype: Double), rand(2, 4, 6, Double)),
            _ => (nn.Conv2d(4, 5, 3, dtype: Double), rand(2, 4, 6, 5, Double)),
        };
    }
}
