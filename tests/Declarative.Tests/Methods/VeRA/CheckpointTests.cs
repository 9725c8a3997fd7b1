using System.Text.Json.Nodes;
using Declarative.Tests.Goldens;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Methods.VeRA;

/// <summary>Checkpoints with the random matrices and without.</summary>
public sealed class CheckpointTests : IDisposable
{
    private static readonly VeRAOptions Options = new() { Rank = 8, SharedSeed = 3 };

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("vera_save_projection", "q_proj|k_proj|v_proj|o_proj|fc1", 3, true)]
    [InlineData("vera_no_projection", "q_proj|fc1", 2026, false)]
    public void Folders_saved_by_PEFT_are_read_and_written_again(string name, string targets, long seed, bool saves)
    {
        var directory = GoldenCase.Fixture($"adapters/{name}");
        using var golden = new GoldenCase(name);
        using var model = new ToyAttn(Plans.Of(targets, Options with { SharedSeed = seed, SaveProjection = saves }, ToyAttn.Members));
        model.load_state_dict(golden.Under("base."));
        using var set = AdapterSet.LoadPretrained(model, directory);
        using var y = model.forward(golden["input.x"]);
        Near.Equal(golden["output.y"], y);

        set.SavePretrained(folder.Path);
        var (there, here) = (Safetensors.Load(Path.Combine(directory, "adapter_model.safetensors")), Tensors());
        Assert.Equal(there.Keys.Order(), here.Keys.Order());
        foreach (var (key, tensor) in there)
            Near.Same(tensor, here[key], key);
        var original = Config(directory);
        foreach (var (field, value) in Config(folder.Path))
        {
            if (field is not ("target_modules" or "auto_mapping" or "exclude_modules"))
                Assert.Equal(original[field]?.ToJsonString().Replace("0.0", "0", StringComparison.Ordinal), value?.ToJsonString());
        }
    }

    [Fact]
    public void The_configuration_is_what_PEFT_reads()
    {
        using var model = new ToyAttn(Plans.Of("self_attn.*", Options with { Dropout = 0.05, DInitial = 1e-7, Bias = TrainedBias.LoraOnly }, ToyAttn.Members));
        using var set = AdapterSet.Attach(model);
        set.SavePretrained(folder.Path);
        Assert.Equal(
            """
            {
              "auto_mapping": null,
              "base_model_name_or_path": null,
              "bias": "vera_only",
              "d_initial": 1E-07,
              "exclude_modules": null,
              "fan_in_fan_out": false,
              "inference_mode": true,
              "init_weights": true,
              "layers_pattern": null,
              "layers_to_transform": null,
              "modules_to_save": null,
              "peft_type": "VERA",
              "projection_prng_key": 3,
              "r": 8,
              "revision": null,
              "save_projection": true,
              "target_modules": [
                "k_proj",
                "o_proj",
                "q_proj",
                "v_proj"
              ],
              "task_type": null,
              "vera_dropout": 0.05
            }

            """,
            File.ReadAllText(folder.File("adapter_config.json")));
        Assert.Contains("base_model.model.model.layers.0.self_attn.q_proj.base_layer.bias", Tensors().Keys);
        Assert.Equal([8, 24], Tensors()["base_model.vera_A"].shape);
        Assert.Equal([24, 8], Tensors()["base_model.vera_B"].shape);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_round_trip_gives_the_same_model_to_the_bit(bool saves)
    {
        using var model = Model(Options with { SaveProjection = saves });
        using var x = randn(2, 3, 24);
        Tensor before;
        using (var set = AdapterSet.Attach(model))
        {
            Randomize(set);
            before = model.forward(x).detach();
            set.SavePretrained(folder.Path);
        }
        Assert.Equal(saves, Tensors().ContainsKey("base_model.vera_A"));
        using var again = AdapterSet.LoadPretrained(model, folder.Path);
        Near.Same(before, model.forward(x).detach());
    }

    [Fact]
    public void A_checkpoint_s_own_matrices_are_used_whatever_the_seed_here_and_are_saved_again()
    {
        using var model = Model(Options);
        using var x = randn(2, 3, 24);
        Tensor before;
        using (var set = AdapterSet.Attach(model))
        {
            Randomize(set);
            before = model.forward(x).detach();
            set.SavePretrained(folder.Path);
        }

        // The seed here does not make these matrices, so that a checkpoint without them would be another model.
        using var other = Model(Options with { SharedSeed = 4, SaveProjection = false });
        other.load_state_dict(model.state_dict());
        using (var set = AdapterSet.LoadPretrained(other, folder.Path))
        {
            Near.Same(before, other.forward(x).detach());
            set.SavePretrained(folder.Path);
        }
        Assert.True((bool)Config(folder.Path)["save_projection"]!);
        using (AdapterSet.LoadPretrained(other, folder.Path))
            Near.Same(before, other.forward(x).detach());
    }

    [Fact]
    public void A_checkpoint_without_matrices_after_one_with_its_own_has_those_of_the_seed()
    {
        using var bare = new TemporaryFolder();
        using var model = Model(Options with { SaveProjection = false });
        using var x = randn(2, 3, 24);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        using var before = model.forward(x).detach();
        set.SavePretrained(bare.Path);
        set.SavePretrained(folder.Path);
        Edit(
            static c => c["save_projection"] = true,
            static t =>
            {
                t["base_model.vera_A"] = ones(8, 24);
                t["base_model.vera_B"] = ones(40, 8);
            });
        set.Load(folder.Path);
        Near.Different(before, model.forward(x).detach());
        set.Load(bare.Path);
        Near.Same(before, model.forward(x).detach());
    }

    public static TheoryData<string, string> Damages => new()
    {
        { "rank", "the rank is 4 in the checkpoint and 8 here" },
        { "seed", "the checkpoint has no projection, and its matrices are made from the seed 9, and from 3 here (SharedSeed)" },
        { "shape of A", "tensors have the shape [8, 23] in the checkpoint and [8, 24] here: 'base_model.vera_A'" },
        { "shape of B", "tensors have the shape [41, 8] in the checkpoint and [40, 8] here: 'base_model.vera_B'" },
        { "missing A", "tensors are missing from the checkpoint: 'base_model.vera_A'" },
        { "whole numbers", "tensors are of Int64 in the checkpoint, where a floating-point type was expected: 'base_model.vera_B'" },
        { "unknown", "the checkpoint has tensors for which there is no place here: 'base_model.vera_C'" },
        { "bias", "the trained biases are 'vera_only' in the checkpoint and 'none' here" },
        { "modules", "the checkpoint uses PEFT's modules_to_save" },
        { "method", "the checkpoint's method is LORA, and VERA here" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_checkpoint_that_does_not_fit_is_refused_by_name_and_nothing_is_changed(string damage, string message)
    {
        using var model = Model(Options);
        using var set = AdapterSet.Attach(model);
        Randomize(set);
        set.SavePretrained(folder.Path);
        Edit(
            c =>
            {
                switch (damage)
                {
                    case "rank": c["r"] = 4; break;
                    case "seed": (c["projection_prng_key"], c["save_projection"]) = (9, false); break;
                    case "bias": c["bias"] = "vera_only"; break;
                    case "modules": c["modules_to_save"] = new JsonArray("score"); break;
                    case "method": c["peft_type"] = "LORA"; break;
                }
            },
            t =>
            {
                switch (damage)
                {
                    case "shape of A": t["base_model.vera_A"] = ones(8, 23); break;
                    case "shape of B": t["base_model.vera_B"] = ones(41, 8); break;
                    case "missing A": t.Remove("base_model.vera_A"); break;
                    case "whole numbers": t["base_model.vera_B"] = ones([40, 8], ScalarType.Int64); break;
                    case "unknown": t["base_model.vera_C"] = ones(1); break;
                    case "seed":
                        t.Remove("base_model.vera_A");
                        t.Remove("base_model.vera_B");
                        break;
                }
            });
        using var x = randn(2, 3, 24);
        using var before = model.forward(x).detach();
        var error = Assert.Throws<AdapterCheckpointException>(() => set.Load(folder.Path));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Near.Same(before, model.forward(x).detach());
    }

    [Theory]
    [InlineData("Rank", "8 and 4")]
    [InlineData("SharedSeed", "3 and 5")]
    [InlineData("SaveProjection", "True and False")]
    public void What_one_checkpoint_cannot_hold_is_not_written(string property, string values)
    {
        var second = property switch
        {
            "Rank" => Options with { Rank = 4 },
            "SharedSeed" => Options with { SharedSeed = 5 },
            _ => Options with { SaveProjection = false },
        };
        using var model = new ToyAttn(
            Plans.Of("a", "q_proj", "", Options, ToyAttn.Members), Plans.Of("b", "fc1", "", second, ToyAttn.Members));
        using var set = AdapterSet.Attach(model);
        var error = Assert.Throws<AdapterException>(() => set.SavePretrained(folder.Path));
        Assert.Contains($"VeRA adapters of one {property}, and here are {values}", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Two_seeds_cannot_take_over_one_projection()
    {
        using (var model = Model(Options))
        using (var set = AdapterSet.Attach(model))
            set.SavePretrained(folder.Path);
        using var two = new ToyAttn(
            Plans.Of("a", "q_proj", "", Options, ToyAttn.Members), Plans.Of("b", "fc1", "", Options with { SharedSeed = 5 }, ToyAttn.Members));
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(two, folder.Path, verifyBase: false));
        Assert.Contains("one projection, and the attributes here have several seeds (3, 5)", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static ToyAttn Model(VeRAOptions options) => new(Plans.Of("q_proj|fc1", options, ToyAttn.Members));

    private static void Randomize(AdapterSet set)
    {
        using var noGrad = no_grad();
        foreach (var parameter in set.Parameters)
            parameter.normal_(0, 0.5);
    }

    private static JsonObject Config(string directory) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(directory, "adapter_config.json")))!.AsObject();

    private Dictionary<string, Tensor> Tensors() => Safetensors.Load(folder.File("adapter_model.safetensors"));

    private void Edit(Action<JsonObject> config, Action<Dictionary<string, Tensor>> tensors)
    {
        var (fields, read) = (Config(folder.Path), Tensors());
        config(fields);
        tensors(read);
        File.WriteAllText(folder.File("adapter_config.json"), fields.ToJsonString());
        Safetensors.Save(folder.File("adapter_model.safetensors"), read);
    }
}
