using System.Text.Json;
using Declarative.Tests.Goldens;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.AdaLora;

/// <summary>The ranks that Hugging Face PEFT allocates, step by step, and what the library does beyond masking.</summary>
public sealed class AllocationTests
{
    private static readonly string[] Targets = ["model.layers.0.self_attn.q_proj", "model.layers.0.self_attn.v_proj", "model.layers.0.fc1"];

    [Fact]
    public void Budgets_of_every_step_are_those_of_PEFT()
    {
        using var golden = new GoldenCase("adalora_rank_allocation");
        var schedule = new RankSchedule(
            golden.Json.GetProperty("init_budget").GetInt32(), golden.Json.GetProperty("target_budget").GetInt32(), Options(golden));
        foreach (var step in Steps(golden))
        {
            var number = step.GetProperty("step").GetInt64();
            Assert.Equal(step.GetProperty("budget").GetInt32(), schedule.Budget(number));
            Assert.Equal(step.TryGetProperty("applied_budget", out _), schedule.Allocates(number));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Masks_ranks_and_weights_of_every_step_are_those_of_PEFT(bool shrinks)
    {
        using var golden = new GoldenCase("adalora_rank_allocation");
        using var model = new ToyAttn(Plans.Of(string.Join('|', Targets), Options(golden), ToyAttn.Members));
        using var set = AdapterSet.Attach(model);
        var adapters = set.Adapters.Cast<AdaLoraAdapter>().ToDictionary(static a => a.LayerPath);
        Start(golden, adapters.Values);
        var rate = golden.Json.GetProperty("lr").GetDouble();
        using optim.Optimizer descent = optim.SGD(set.Parameters, rate);
        using optim.Optimizer optimizer = shrinks ? descent : new Wrapped(descent);
        var patterns = Targets.ToDictionary(static t => t, static _ => Enumerable.Repeat(true, 6).ToArray());
        foreach (var step in Steps(golden))
        {
            SetGradients(golden, adapters.Values, patterns);
            set.Step(optimizer);
            foreach (var (path, adapter) in adapters)
            {
                if (step.TryGetProperty("rank_pattern", out var all))
                    patterns[path] = [.. all.GetProperty($"{path}.lora_E").EnumerateArray().Select(static f => f.GetBoolean())];
                var what = $"step {step.GetProperty("step").GetInt32()}, {path}";
                Assert.Equal(patterns[path].Count(static k => k), adapter.Rank);
                var expected = golden[$"step{step.GetProperty("step").GetInt32()}.{path}.lora_E"];
                Near.Equal(adapter.Directions == 6 ? expected : Kept(expected, 0, patterns[path]), adapter.lora_E, 1e-5, what);
            }
        }

        foreach (var (path, adapter) in adapters)
        {
            Assert.Equal(shrinks ? patterns[path].Count(static k => k) : 6, adapter.Directions);
            Assert.Equal(patterns[path], adapter.Pattern());
            var (a, b) = (golden[$"final.{path}.lora_A"], golden[$"final.{path}.lora_B"]);
            Near.Equal(shrinks ? Kept(a, 0, patterns[path]) : a, adapter.lora_A, 1e-5, path);
            Near.Equal(shrinks ? Kept(b, 1, patterns[path]) : b, adapter.lora_B, 1e-5, path);
        }
        Assert.Equal(shrinks ? 9 : 18, set.Adapters.Cast<AdaLoraAdapter>().Sum(static a => a.Directions));
        Assert.Equal(set.Adapters.Select(static a => a.Rank), set.Report.Rows.Select(static r => r.Rank));
        Assert.Equal(set.Parameters.Sum(static p => p.numel()), set.Report.TrainableParameters.Value);
    }

    [Fact]
    public void The_orthogonality_loss_and_its_gradient_are_those_of_PEFT()
    {
        using var golden = new GoldenCase("adalora_orthogonality");
        var options = new AdaLoraOptions { InitialRank = 4, TargetRank = 2, TotalSteps = 10 };
        using var model = new ToyAttn(Plans.Of("q_proj|fc1", options, ToyAttn.Members));
        using var set = AdapterSet.Attach(model);
        foreach (var adapter in set.Adapters.Cast<AdaLoraAdapter>())
        {
            using var noGrad = no_grad();
            adapter.lora_A.copy_(golden[$"{adapter.LayerPath}.lora_A"]);
            adapter.lora_B.copy_(golden[$"{adapter.LayerPath}.lora_B"]);
        }
        using var penalty = set.Penalty();
        Assert.Equal(golden.Json.GetProperty("penalty").GetDouble(), penalty.item<float>(), 1e-5);
        penalty.backward();
        foreach (var adapter in set.Adapters.Cast<AdaLoraAdapter>())
        {
            Near.Equal(golden[$"grad.{adapter.LayerPath}.lora_A"], adapter.lora_A.grad!);
            Near.Equal(golden[$"grad.{adapter.LayerPath}.lora_B"], adapter.lora_B.grad!);
            Assert.Null(adapter.lora_E.grad);
        }
    }

    // Weights and moments go on where they stopped, for the directions that are left.
    [Theory]
    [InlineData("AdamW")]
    [InlineData("SGD")]
    public void An_optimizer_survives_the_final_allocation(string kind)
    {
        var masked = Train(shrink: false, kind);
        var shrunk = Train(shrink: true, kind);
        Assert.Equal(masked.Patterns, shrunk.Patterns);
        Assert.All(masked.Weights.Zip(shrunk.Weights), static pair => Near.Equal(pair.First, pair.Second, 1e-9));
        Assert.Contains(shrunk.Patterns, static p => p.Contains(false));
    }

    [Fact]
    public void A_backward_pass_through_a_result_from_before_the_final_allocation_does_no_harm()
    {
        using var model = new OneLayer(nn.Linear(8, 8), new AdaLoraOptions { InitialRank = 4, TargetRank = 2, TotalSteps = 2, InitialSteps = 1 });
        using var set = AdapterSet.Attach(model);
        using var optimizer = set.AdamW(0.01);
        var losses = zeros(1);
        for (var step = 0; step < 6; step++)
        {
            optimizer.zero_grad();
            var loss = model.forward(randn(4, 8)).square().mean();
            loss.backward();
            set.Step(optimizer);
            losses += loss.detach();
        }
        Assert.Equal(2, set.Adapters[0].Rank);
        Assert.Equal([2, 8], ((AdaLoraAdapter)set.Adapters[0]).lora_A.shape);
        Assert.True(double.IsFinite(losses.item<float>()));
    }

    [Fact]
    public void Layers_may_lose_every_direction()
    {
        using var model = new ToyAttn(Plans.Of("all-linear", new AdaLoraOptions { InitialRank = 2, TargetRank = 1, TotalSteps = 1 }, ToyAttn.Members));
        using var set = AdapterSet.Attach(model);
        using var optimizer = set.AdamW();
        using (no_grad())
        {
            foreach (var adapter in set.Adapters.Cast<AdaLoraAdapter>())
                adapter.Mask([.. Enumerable.Repeat(adapter.LayerPath.EndsWith("fc1", StringComparison.Ordinal), 2)]);
            foreach (var adapter in set.Adapters.Cast<AdaLoraAdapter>())
                adapter.Shrink();
        }
        using var x = randn(2, 3, ToyAttn.Hidden);
        using var folder = new TemporaryFolder();
        model.forward(x).sum().backward();
        using var penalty = set.Penalty();
        Assert.True(double.IsFinite(penalty.item<float>()));
        set.SavePretrained(folder.Path);
        set.Load(folder.Path);
        set.Merge();
        Assert.Equal([0, 0, 0, 0, 2], set.Adapters.Select(static a => a.Rank));
    }

    [Fact]
    public void Steps_leave_no_tensor_behind()
    {
        var options = new AdaLoraOptions { InitialRank = 4, TargetRank = 2, TotalSteps = 12, InitialSteps = 1, FinalSteps = 4, Dropout = 0.1 };
        using var model = new Stack(2, Plans.Of("all-linear", options, Stack.Members));
        using var set = AdapterSet.Attach(model);
        using var optimizer = set.AdamW();
        using var x = randn(4, 3, 8);
        Steps(2);
        using var scope = NewDisposeScope();
        Steps(12);
        Assert.Equal(0, scope.DisposablesCount);
        Assert.Equal(2 * 6, set.Adapters.Sum(static a => a.Rank));

        void Steps(int count)
        {
            for (var i = 0; i < count; i++)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                (model.forward(x).square().mean() + set.Penalty()).backward();
                set.Step(optimizer);
            }
        }
    }

    private static (List<bool[]> Patterns, List<Tensor> Weights) Train(bool shrink, string kind)
    {
        var data = new Random(5);
        Tensor Values(params long[] shape) =>
            tensor(Enumerable.Range(0, (int)shape.Aggregate(1L, static (a, b) => a * b)).Select(_ => data.NextDouble() - 0.5).ToArray(), ScalarType.Float64).view(shape);

        var options = new AdaLoraOptions { InitialRank = 5, TargetRank = 2, TotalSteps = 12, InitialSteps = 2, FinalSteps = 6, Interval = 2, OrthogonalityWeight = 0 };
        using var model = new Stack(1, Plans.Of("all-linear", options, Stack.Members));
        model.to(ScalarType.Float64);
        using (no_grad())
        {
            foreach (var (_, parameter) in model.named_parameters())
                parameter.copy_(Values(parameter.shape));
        }
        using var set = AdapterSet.Attach(model);
        using (no_grad())
        {
            foreach (var parameter in set.Parameters)
                parameter.copy_(Values(parameter.shape));
        }
        using optim.Optimizer inner = kind == "AdamW"
            ? optim.AdamW(set.Parameters, 0.02, weight_decay: 0)
            : optim.SGD(set.Parameters, 0.02, momentum: 0.9);
        using optim.Optimizer optimizer = shrink ? inner : new Wrapped(inner);
        var x = Values(6, 8);
        for (var step = 0; step < 12; step++)
        {
            foreach (var parameter in set.Parameters)
                parameter.grad?.zero_();
            using var loss = model.forward(x).square().mean();
            loss.backward();
            set.Step(optimizer);
        }
        var adapters = set.Adapters.Cast<AdaLoraAdapter>().ToList();
        Assert.Equal(shrink ? 6 : 15, adapters.Sum(static a => a.Directions));
        return ([.. adapters.Select(static a => a.Pattern())], [.. adapters.Select(static a => a.Delta())]);
    }

    private static AdaLoraOptions Options(GoldenCase golden) => GoldenOptions.AdaLora(golden.Json.GetProperty("config"));

    private static JsonElement.ArrayEnumerator Steps(GoldenCase golden) => golden.Json.GetProperty("steps").EnumerateArray();

    private static void Start(GoldenCase golden, IEnumerable<AdaLoraAdapter> adapters)
    {
        using var noGrad = no_grad();
        foreach (var adapter in adapters)
        {
            foreach (var tensor in adapter.CheckpointTensors())
                tensor.Parameter.copy_(golden[$"init.{adapter.LayerPath}.{tensor.Suffix}"]);
        }
    }

    private static void SetGradients(GoldenCase golden, IEnumerable<AdaLoraAdapter> adapters, Dictionary<string, bool[]> patterns)
    {
        foreach (var adapter in adapters)
        {
            foreach (var tensor in adapter.CheckpointTensors())
            {
                var gradient = golden[$"grad.{adapter.LayerPath}.{tensor.Suffix}"];
                tensor.Parameter.grad = adapter.Directions == 6
                    ? gradient.clone()
                    : Kept(gradient, tensor.Suffix == "lora_B" ? 1 : 0, patterns[adapter.LayerPath]);
            }
        }
    }

    private static Tensor Kept(Tensor values, int dimension, bool[] pattern) => values.index_select(
        dimension, tensor(Enumerable.Range(0, pattern.Length).Where(i => pattern[i]).Select(static i => (long)i).ToArray()));

    /// <summary>An optimizer of one's own: what it keeps for each parameter is not known.</summary>
    private sealed class Wrapped(optim.Optimizer inner) : OptimizerHelper
    {
        public override IEnumerable<Parameter> parameters() => inner.parameters();

        public override Tensor step(Func<Tensor>? closure = null) => inner.step(closure);
    }
}
