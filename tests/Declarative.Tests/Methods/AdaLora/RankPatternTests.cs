using System.Text.Json.Nodes;
using Declarative.Tests.Goldens;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.AdaLora;

/// <summary>Checkpoints of pruned adapters.</summary>
public sealed class RankPatternTests
{
    private const string Case = "adalora_rank_pattern";
    private const double Tolerance = 2e-5;

    private static readonly string Folder = GoldenCase.Fixture($"adapters/{Case}");

    [Fact]
    public void Output_gradients_and_merged_weights_of_a_pruned_checkpoint_are_those_of_PEFT()
    {
        using var golden = new GoldenCase(Case);
        var (model, _) = golden.CreateModel();
        using var set = AdapterSet.LoadPretrained(model, Folder);
        Assert.Equal([2, 3, 4, 5, 2], set.Adapters.Select(static a => a.Rank));
        using var x = golden["input.x"].clone().requires_grad_();
        using var y = model.forward(x);
        Near.Equal(golden["output.y"], y, Tolerance);
        y.square().mean().backward();
        Near.Equal(golden["grad_input.x"], x.grad!, Tolerance);
        foreach (var adapter in set.Adapters.Cast<AdaLoraAdapter>())
        {
            var kept = tensor(adapter.Pattern().Select(static (k, i) => (Kept: k, i)).Where(static p => p.Kept).Select(static p => (long)p.i).ToArray());
            var prefix = $"grad_full.base_model.model.{adapter.LayerPath}";
            Near.Equal(golden[$"{prefix}.lora_A"].index_select(0, kept), adapter.lora_A.grad!, Tolerance);
            Near.Equal(golden[$"{prefix}.lora_B"].index_select(1, kept), adapter.lora_B.grad!, Tolerance);
            Near.Equal(golden[$"{prefix}.lora_E"].index_select(0, kept), adapter.lora_E.grad!, Tolerance);
        }

        set.Merge();
        foreach (var (key, merged) in golden.Under("merged."))
            Near.Equal(merged, model.state_dict()[key], Tolerance, key);
        using (var merged = model.forward(golden["input.x"]))
            Near.Equal(golden["output.y_merged"], merged, Tolerance);
        using (set.Disable())
        using (var disabled = model.forward(golden["input.x"]))
            Near.Equal(golden["output.y_base"], disabled, Tolerance);
    }

    [Fact]
    public void Trainable_parameters_are_those_of_PEFT_and_its_rank_numbers_are_not_counted()
    {
        using var golden = new GoldenCase(Case);
        var (model, adapted) = golden.CreateModel();
        using var set = AdapterSet.Attach(model);
        Assert.Equal(golden.Json.GetProperty("trainable_parameters").GetInt64(), set.Report.TrainableParameters.Value);
        Assert.Equal(golden.Json.GetProperty("all_parameters").GetInt64() - adapted, set.Report.AllParameters?.Value);
    }

    [Fact]
    public void Saved_files_have_the_keys_values_and_patterns_of_PEFT()
    {
        using var golden = new GoldenCase(Case);
        using var saved = new TemporaryFolder();
        var (model, _) = golden.CreateModel();
        using (var set = AdapterSet.LoadPretrained(model, Folder))
            set.SavePretrained(saved.Path);
        var tensors = Safetensors.Load(saved.File("adapter_model.safetensors"));
        var expected = golden.Under("adapter.");
        Assert.Equal(expected.Keys.Order(), tensors.Keys.Order());
        Assert.All(expected, t => Near.Same(t.Value, tensors[t.Key], t.Key));
        AssertSameConfig(Folder, saved.Path);
    }

    [Fact]
    public void A_checkpoint_without_pruning_has_the_configuration_of_PEFT()
    {
        using var golden = new GoldenCase("adalora");
        using var saved = new TemporaryFolder();
        var (model, _) = golden.CreateModel();
        using (var set = AdapterSet.LoadPretrained(model, GoldenCase.Fixture("adapters/adalora")))
            set.SavePretrained(saved.Path);
        AssertSameConfig(GoldenCase.Fixture("adapters/adalora"), saved.Path);
    }

    // Between two allocations the optimizer wakes directions up; a checkpoint keeps what the model computes with.
    [Fact]
    public void A_checkpoint_between_two_allocations_computes_the_same()
    {
        using var folder = new TemporaryFolder();
        var options = new AdaLoraOptions { InitialRank = 4, TargetRank = 1, TotalSteps = 20, Interval = 3 };
        using var model = new OneLayer(nn.Linear(8, 8, dtype: ScalarType.Float64), options);
        using var x = randn(5, 8, ScalarType.Float64);
        Tensor y;
        using (var set = AdapterSet.Attach(model))
        {
            using var optimizer = set.AdamW(0.05);
            for (var step = 0; step < 11; step++)
            {
                optimizer.zero_grad();
                model.forward(x).square().mean().backward();
                set.Step(optimizer);
            }
            var adapter = (AdaLoraAdapter)set.Adapters[0];
            Assert.True(adapter.Rank < 4);
            Assert.Equal(4, adapter.Pattern().Count(static k => k));
            y = model.forward(x).detach();
            set.SavePretrained(folder.Path);
        }
        using var again = AdapterSet.LoadPretrained(model, folder.Path);
        Near.Equal(y, model.forward(x), 1e-12);
    }

    [Fact]
    public void A_pruned_adapter_reads_a_checkpoint_of_all_directions_and_is_trained_on()
    {
        using var full = new GoldenCase("adalora");
        var (model, _) = full.CreateModel();
        using var set = AdapterSet.LoadPretrained(model, Folder);
        set.Load(GoldenCase.Fixture("adapters/adalora"), verifyBase: false);
        Assert.All(set.Adapters, static a => Assert.Equal(6, a.Rank));
        using var y = model.forward(full["input.x"]);
        Near.Equal(full["output.y"], y, Tolerance);

        set.Load(Folder, verifyBase: false);
        using var optimizer = set.AdamW();
        model.forward(full["input.x"]).square().mean().backward();
        set.Step(optimizer);
        Assert.Equal([2, 3, 4, 5, 2], set.Adapters.Select(static a => a.Rank));
    }

    [Theory]
    [InlineData("init_r", "5", "the initial rank is 5 in the checkpoint and 6 here")]
    [InlineData("lora_alpha", "4", "alpha is 4 in the checkpoint and 8 here")]
    [InlineData("target_parameters", "[\"x\"]", "target_parameters")]
    [InlineData("rank_pattern", "{\"model.layers.0.fc1.lora_E\": [true]}", "rank_pattern has 1 entries for an initial rank of 6")]
    public void Another_configuration_is_refused_by_name(string field, string value, string expected)
    {
        using var golden = new GoldenCase(Case);
        using var folder = new TemporaryFolder();
        var config = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "adapter_config.json")))!.AsObject();
        config[field] = JsonNode.Parse(value);
        File.WriteAllText(folder.File("adapter_config.json"), config.ToJsonString());
        File.Copy(Path.Combine(Folder, "adapter_model.safetensors"), folder.File("adapter_model.safetensors"));
        var (model, _) = golden.CreateModel();
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(model, folder.Path));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_does_not_fit_the_tensors_is_refused()
    {
        using var golden = new GoldenCase(Case);
        using var folder = new TemporaryFolder();
        File.Copy(GoldenCase.Fixture("adapters/adalora/adapter_config.json"), folder.File("adapter_config.json"));
        File.Copy(Path.Combine(Folder, "adapter_model.safetensors"), folder.File("adapter_model.safetensors"));
        var (model, _) = golden.CreateModel();
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(model, folder.Path));
        Assert.Contains("[2, 24] in the checkpoint and [6, 24] here", error.Message, StringComparison.Ordinal);
    }

    // Every field that is written has PEFT's value; which fields PEFT has beside is its own business.
    private static void AssertSameConfig(string expected, string actual)
    {
        var (there, here) = (Config(expected), Config(actual));
        foreach (var (field, value) in here.Where(static f => f.Key is not ("target_modules" or "auto_mapping")))
            Assert.True(JsonNode.DeepEquals(there[field], value), $"{field}: {value?.ToJsonString()} for {there[field]?.ToJsonString()}");
        Assert.Equal(there["target_modules"]!.AsArray().Select(static n => (string?)n).Order(), here["target_modules"]!.AsArray().Select(static n => (string?)n).Order());
        foreach (var field in new[] { "init_r", "target_r", "tinit", "tfinal", "deltaT", "beta1", "beta2", "orth_reg_weight", "total_step", "rank_pattern" })
            Assert.True(here.ContainsKey(field), field);
    }

    private static JsonObject Config(string folder) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "adapter_config.json")))!.AsObject();
}
