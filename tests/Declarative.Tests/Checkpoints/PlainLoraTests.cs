using System.Text.Json.Nodes;
using Declarative.Tests.Goldens;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Checkpoints;

/// <summary>Adapters whose start changed the base weights, saved as ordinary LoRA on the base as it was.</summary>
public sealed class PlainLoraTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_converted_PiSSA_adapter_is_that_of_PEFT()
    {
        using var golden = new GoldenCase("pissa_to_lora");
        var before = new LoraOptions { Rank = 3, Alpha = 6, Init = LoraInit.PiSSA };
        Directory.CreateDirectory(folder.File("trained"));
        File.WriteAllText(
            folder.File("trained/adapter_config.json"), """{ "peft_type": "LORA", "r": 3, "lora_alpha": 6, "init_lora_weights": "pissa" }""");
        Safetensors.Save(folder.File("trained/adapter_model.safetensors"), golden.Under("trained."));
        using (var set = AdapterSet.LoadPretrained(Model(golden, before), folder.File("trained")))
            set.SavePretrained(folder.File("plain"), asPlainLora: true);

        var config = Config("plain");
        var expected = golden.Json.GetProperty("config_after");
        Assert.Equal(expected.GetProperty("r").GetInt32(), (int)config["r"]!);
        Assert.Equal(expected.GetProperty("lora_alpha").GetInt32(), (int)config["lora_alpha"]!);
        Assert.True((bool)config["init_lora_weights"]!);
        Assert.False((bool)config["use_rslora"]!);
        var tensors = Safetensors.Load(folder.File("plain/adapter_model.safetensors"), out _);
        var converted = golden.Under("converted.");
        Assert.Equal(converted.Keys.Order(), tensors.Keys.Order());
        foreach (var key in tensors.Keys.Where(static k => k.EndsWith("lora_A.weight", StringComparison.Ordinal)))
        {
            var other = key.Replace("lora_A", "lora_B", StringComparison.Ordinal);
            // The difference of two products ten times as large.
            Near.Equal(converted[other].mm(converted[key]), tensors[other].mm(tensors[key]), 1e-4, key);
        }

        var model = Model(golden, new LoraOptions { Rank = 6, Alpha = 12 });
        using var plain = AdapterSet.LoadPretrained(model, folder.File("plain"));
        using var y = model.forward(golden["input.x"]);
        Near.Equal(golden["output.y"], y, 1e-5);
    }

    public static TheoryData<LoraInit, bool, bool> Starts => new()
    {
        { LoraInit.PiSSA, false, false }, { LoraInit.OLoRA, false, false }, { LoraInit.OLoRA, true, false }, { LoraInit.PiSSA, false, true },
    };

    [Theory]
    [MemberData(nameof(Starts))]
    public void On_the_original_base_the_converted_adapter_gives_the_same_output(LoraInit init, bool stabilized, bool decomposed)
    {
        var options = (decomposed ? new DoRAOptions() : new LoraOptions()) with { Rank = 2, Alpha = 3, Init = init, RankStabilized = stabilized };
        var layer = nn.Linear(8, 6);
        using var x = randn(5, 8);
        Tensor trained;
        using (var model = new OneLayer(layer, options))
        {
            var original = Near.Bits(layer.weight);
            using (var set = AdapterSet.Attach(model))
            {
                Nudge(set);
                trained = model.forward(x).detach();
                set.SavePretrained(folder.Path, asPlainLora: true);
                Near.Same(trained, model.forward(x).detach());
            }
            Assert.Equal(original, Near.Bits(layer.weight));

            var plain = options with { Rank = 4, Alpha = stabilized ? 3 * Math.Sqrt(2) : 6, Init = LoraInit.KaimingUniform };
            using var again = new OneLayer(layer, plain);
            using var loaded = AdapterSet.LoadPretrained(again, folder.Path);
            Near.Equal(trained, again.forward(x), 1e-5);
        }
        trained.Dispose();
    }

    [Fact]
    public void Layers_that_kept_their_weight_are_written_as_they_are()
    {
        var options = new LoraOptions { Rank = 2, Alpha = 4, Init = LoraInit.OLoRA };
        using var model = new ToyEmb(Plans.Of("**", options, ToyEmb.Members));
        using (var set = AdapterSet.Attach(model))
            set.SavePretrained(folder.Path, asPlainLora: true);
        var config = Config("");
        Assert.Equal(2, (int)config["r"]!);
        Assert.Equal(4, (int)config["rank_pattern"]!["lin"]!);
        Assert.Equal(8, (int)config["alpha_pattern"]!["lin"]!);
        var tensors = Safetensors.Load(folder.File("adapter_model.safetensors"), out _);
        Assert.Equal([2, 20], tensors["base_model.model.embed_tokens.lora_embedding_A"].shape);
        Assert.Equal([4, 12], tensors["base_model.model.lin.lora_A.weight"].shape);
    }

    [Fact]
    public void An_adapter_converted_to_double_precision_since_its_start_is_written()
    {
        using var model = new OneLayer(nn.Linear(8, 6), new LoraOptions { Rank = 2, Init = LoraInit.PiSSA });
        using var set = AdapterSet.Attach(model);
        model.to(ScalarType.Float64);
        Nudge(set);
        set.SavePretrained(folder.Path, asPlainLora: true);
        var tensors = Safetensors.Load(folder.File("adapter_model.safetensors"), out _);
        Assert.All(tensors.Values, static t => Assert.Equal(ScalarType.Float64, t.dtype));
        Assert.Equal([6, 4], tensors["base_model.model.layer.lora_B.weight"].shape);
    }

    [Fact]
    public void Saving_leaves_no_tensor_behind()
    {
        using var model = new OneLayer(nn.Linear(8, 6), new LoraOptions { Rank = 2, Init = LoraInit.PiSSA });
        using var set = AdapterSet.Attach(model);
        using var scope = NewDisposeScope();
        set.SavePretrained(folder.Path, asPlainLora: true);
        Assert.Equal(0, scope.DisposablesCount);
    }

    public void Dispose() => folder.Dispose();

    private static ToyAttn Model(GoldenCase golden, LoraOptions options)
    {
        var model = new ToyAttn(Plans.Of("q_proj|fc1", options, ToyAttn.Members));
        model.load_state_dict(golden.Under("base."));
        return model;
    }

    private static void Nudge(AdapterSet set)
    {
        using var noGrad = no_grad();
        foreach (var parameter in set.Parameters)
            parameter.add_(randn_like(parameter), 0.1);
    }

    private JsonNode Config(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, name, "adapter_config.json")))!;
}
