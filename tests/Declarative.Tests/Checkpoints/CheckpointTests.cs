using System.Text.Json;
using System.Text.Json.Nodes;
using Declarative.Tests.Goldens;
using Declarative.Tests.Models;
using Declarative.Tests.Support;

namespace Declarative.Tests.Checkpoints;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The folders that PEFT saved, with attributes that fit them.</summary>
    public static TheoryData<string, string, string, int> Folders => new()
    {
        { "lora_plain", "ToyAttn", "q_proj|k_proj|v_proj|o_proj|fc1", 3 },
        { "lora_rslora", "ToyAttn", "**", 6 },
        { "lora_bias_all", "ToyAttn", "v_proj", 3 },
        { "lora_embedding", "ToyEmb", "**", 3 },
        { "lora_conv2d", "ToyConv", "**", 3 },
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folders_saved_by_PEFT_are_read(string name, string modelName, string targets, int rank)
    {
        var directory = GoldenCase.Fixture($"adapters/{name}");
        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(directory, "adapter_config.json")));
        var options = new LoraOptions
        {
            Rank = rank,
            Alpha = config.RootElement.GetProperty("lora_alpha").GetDouble(),
            RankStabilized = config.RootElement.GetProperty("use_rslora").GetBoolean(),
            Bias = name == "lora_bias_all" ? TrainedBias.All : TrainedBias.None,
        };
        Assert.Equal(rank, config.RootElement.GetProperty("r").GetInt32());
        using var model = Model(modelName, targets, options);
        using var set = AdapterSet.LoadPretrained(model, directory);
        var tensors = Safetensors.Load(Path.Combine(directory, "adapter_model.safetensors"));
        var trainable = GoldenCase.Trainable(set);
        Assert.Equal(tensors.Keys.Order(), trainable.Keys.Order());
        foreach (var (key, tensor) in tensors)
            Near.Same(tensor, trainable[key], key);
    }

    [Fact]
    public void Ranks_and_alphas_by_layer_are_read_and_written()
    {
        AdapterPlan[] plans =
        [
            Plans.Of("a", "q_proj", "", new LoraOptions { Rank = 3, Alpha = 3 }, ToyAttn.Members),
            Plans.Of("b", "v_proj", "", new LoraOptions { Rank = 6, Alpha = 3 }, ToyAttn.Members),
            Plans.Of("c", "fc1", "", new LoraOptions { Rank = 2, Alpha = 5 }, ToyAttn.Members),
        ];
        using var model = new ToyAttn(plans);
        using (var set = AdapterSet.LoadPretrained(model, GoldenCase.Fixture("adapters/lora_patterns")))
            set.SavePretrained(folder.Path);
        var config = Config();
        Assert.Equal(2, (int)config["r"]!);
        Assert.Equal("""{"q_proj":3,"v_proj":6}""", config["rank_pattern"]!.ToJsonString());
        Assert.Equal(3, (int)config["lora_alpha"]!);
        Assert.Equal("""{"fc1":5}""", config["alpha_pattern"]!.ToJsonString());
        using var again = AdapterSet.LoadPretrained(model, folder.Path);
        Assert.Equal(3, again.Adapters.Count);
    }

    [Fact]
    public void The_configuration_is_what_PEFT_and_vLLM_read()
    {
        using var model = new ToyAttn(Plans.Of("self_attn.*", new LoraOptions { Rank = 16, Alpha = 32, Dropout = 0.05, Init = LoraInit.Gaussian }, ToyAttn.Members));
        using var set = AdapterSet.Attach(model);
        set.SavePretrained(folder.Path);
        Assert.Equal(
            """
            {
              "alpha_pattern": {},
              "auto_mapping": null,
              "base_model_name_or_path": null,
              "bias": "none",
              "exclude_modules": null,
              "fan_in_fan_out": false,
              "inference_mode": true,
              "init_lora_weights": "gaussian",
              "layers_pattern": null,
              "layers_to_transform": null,
              "lora_alpha": 32,
              "lora_bias": false,
              "lora_dropout": 0.05,
              "modules_to_save": null,
              "peft_type": "LORA",
              "r": 16,
              "rank_pattern": {},
              "revision": null,
              "target_modules": [
                "k_proj",
                "o_proj",
                "q_proj",
                "v_proj"
              ],
              "task_type": null,
              "use_dora": false,
              "use_rslora": false
            }

            """,
            File.ReadAllText(folder.File("adapter_config.json")));
    }

    [Fact]
    public void Target_modules_name_no_other_layer()
    {
        using var model = new Stack(3, Plans.Of("a", "1.out|2.out", "", new LoraOptions { Rank = 2 }, Stack.Members));
        using var set = AdapterSet.Attach(model);
        set.SavePretrained(folder.Path);
        Assert.Equal("""["1.out","2.out"]""", Config()["target_modules"]!.ToJsonString());
    }

    [Fact]
    public void Stabilised_and_plain_scalings_fit_one_configuration()
    {
        AdapterPlan[] plans =
        [
            Plans.Of("a", "fc1", "", new LoraOptions { Rank = 4, Alpha = 6, RankStabilized = true }, Stack.Members),
            Plans.Of("b", "out", "", new LoraOptions { Rank = 4, Alpha = 6 }, Stack.Members),
        ];
        using var model = new Stack(1, plans);
        using (var set = AdapterSet.Attach(model))
            set.SavePretrained(folder.Path);
        Assert.False((bool)Config()["use_rslora"]!);
        Assert.Equal("""{"fc1":12}""", Config()["alpha_pattern"]!.ToJsonString());
        using var again = AdapterSet.LoadPretrained(model, folder.Path);
        Assert.Equal([3.0, 1.5], again.Adapters.Select(static a => ((LoraAdapter)a).Scaling));
    }

    [Fact]
    public void Saving_again_writes_the_same_bytes_and_leaves_the_files_alone()
    {
        using var model = new ToyEmb(Plans.Of("**", new LoraOptions { Rank = 2 }, ToyEmb.Members));
        using var set = AdapterSet.Attach(model);
        set.SavePretrained(folder.Path);
        var files = Directory.GetFiles(folder.Path).Order().ToList();
        Assert.Equal(["adapter_config.json", "adapter_model.safetensors"], files.Select(Path.GetFileName));
        foreach (var file in files)
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        set.SavePretrained(folder.Path);
        Assert.All(files, static f => Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(f)));

        set.SavePretrained(folder.File("elsewhere"));
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(f), File.ReadAllBytes(Path.Combine(folder.File("elsewhere"), Path.GetFileName(f)))));
    }

    [FullDiskFact]
    public void A_disk_that_fills_up_leaves_the_old_checkpoint()
    {
        using var model = new ToyEmb(Plans.Of("**", new LoraOptions { Rank = 2 }, ToyEmb.Members));
        using var set = AdapterSet.Attach(model);
        set.SavePretrained(folder.Path);
        var files = Directory.GetFiles(folder.Path).ToDictionary(static f => f, File.ReadAllBytes);
        using (no_grad())
            set.Parameters[0].add_(1);
        File.CreateSymbolicLink(folder.File("adapter_model.safetensors.tmp"), FullDiskFactAttribute.Device);
        Assert.Contains("adapter_model.safetensors", Assert.Throws<IOException>(() => set.SavePretrained(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Equal(files.Keys.Order(), Directory.GetFiles(folder.Path).Order());
        Assert.All(files, static f => Assert.Equal(f.Value, File.ReadAllBytes(f.Key)));
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float64)]
    public void Tensors_of_another_floating_point_type_are_converted(ScalarType type)
    {
        using var model = new ToyEmb(Plans.Of("**", new LoraOptions { Rank = 3, Alpha = 6 }, ToyEmb.Members));
        var source = GoldenCase.Fixture("adapters/lora_embedding");
        var tensors = Safetensors.Load(Path.Combine(source, "adapter_model.safetensors"));
        var converted = tensors.ToDictionary(static t => t.Key, t => t.Value.to_type(type));
        File.Copy(Path.Combine(source, "adapter_config.json"), folder.File("adapter_config.json"));
        Safetensors.Save(folder.File("adapter_model.safetensors"), converted);
        using var set = AdapterSet.LoadPretrained(model, folder.Path);
        foreach (var (key, parameter) in GoldenCase.Trainable(set))
            Near.Same(converted[key].to_type(ScalarType.Float32), parameter, key);
    }

    [Fact]
    public void Every_difference_is_named_at_once_and_nothing_is_changed()
    {
        using (var saved = new Stack(1, Plans.Of("fc1|head", new LoraOptions { Rank = 4, Alpha = 8, Bias = TrainedBias.LoraOnly }, Stack.Members)))
        using (var set = AdapterSet.Attach(saved))
            set.SavePretrained(folder.Path);

        using var model = new Stack(1, Plans.Of("fc1|out", new LoraOptions { Rank = 2, Alpha = 8 }, Stack.Members));
        var state = new BaseState(model);
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(model, folder.Path));
        Assert.Equal(
            [
                "the rank is 4 in the checkpoint and 2 here: 'blocks.0.net.fc1', 'blocks.0.out'",
                "the scaling is 2 (alpha 8) in the checkpoint and 4 (alpha 8) here: 'blocks.0.net.fc1', 'blocks.0.out'",
                "the trained biases are 'lora_only' in the checkpoint and 'none' here (Bias of the attribute)",
                "adapted here, but not in the checkpoint: 'blocks.0.out'",
                "tensors have the shape [4, 8] in the checkpoint and [2, 8] here: 'blocks.0.net.fc1.lora_A.weight'",
                "tensors have the shape [16, 4] in the checkpoint and [16, 2] here: 'blocks.0.net.fc1.lora_B.weight'",
                "the checkpoint has tensors for which there is no place here: 'base_model.model.blocks.0.net.fc1.base_layer.bias', "
                    + "'base_model.model.head.base_layer.bias', 'base_model.model.head.lora_A.weight', 'base_model.model.head.lora_B.weight'",
                "the checkpoint was made for another base model: the names and shapes are the same, the weights differ",
            ],
            error.Mismatches);
        Assert.All(error.Mismatches, m => Assert.Contains(m, error.Message, StringComparison.Ordinal));
        Assert.Contains(folder.Path, error.Message, StringComparison.Ordinal);
        state.AssertSame(model);
    }

    [Fact]
    public void A_failed_load_into_attached_adapters_leaves_them_as_they_were()
    {
        using var model = new ToyEmb(Plans.Of("**", new LoraOptions { Rank = 2 }, ToyEmb.Members));
        using var set = AdapterSet.Attach(model);
        var state = new BaseState(model);
        Assert.Throws<AdapterCheckpointException>(() => set.Load(GoldenCase.Fixture("adapters/lora_embedding")));
        state.AssertSame(model);
    }

    [Fact]
    public void Another_base_model_is_told_apart_unless_asked_not_to()
    {
        using (var saved = new ToyEmb(Plans.Of("**", new LoraOptions { Rank = 2 }, ToyEmb.Members)))
        using (var set = AdapterSet.Attach(saved))
            set.SavePretrained(folder.Path);

        using var other = new ToyEmb(Plans.Of("**", new LoraOptions { Rank = 2 }, ToyEmb.Members));
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(other, folder.Path));
        Assert.Contains("weights differ", Assert.Single(error.Mismatches), StringComparison.Ordinal);
        using (AdapterSet.LoadPretrained(other, folder.Path, verifyBase: false))
        {
        }
        other.to(ScalarType.Float64);
        error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(other, folder.Path));
        Assert.Contains("Float32, this one of Float64", Assert.Single(error.Mismatches), StringComparison.Ordinal);
    }

    [Fact]
    public void The_base_is_known_by_its_original_weights_whatever_the_adapters_did()
    {
        var options = new LoraOptions { Rank = 2, Init = LoraInit.PiSSA, Bias = TrainedBias.All };
        using var model = new Stack(1, Plans.Of("fc1|out", options, Stack.Members));
        using (var set = AdapterSet.Attach(model))
        {
            using (no_grad())
            {
                foreach (var parameter in set.Parameters)
                    parameter.add_(0.1);
            }
            set.SavePretrained(folder.Path);
            set.Merge();
            set.SavePretrained(folder.File("merged"));
            Assert.Equal(File.ReadAllBytes(folder.File("adapter_model.safetensors")), File.ReadAllBytes(folder.File("merged/adapter_model.safetensors")));
        }
        using var again = AdapterSet.LoadPretrained(model, folder.Path);
        Assert.NotEmpty(again.Adapters);
    }

    [Theory]
    [InlineData("dora", "[Lora] is here, and the checkpoint is of DoRA")]
    [InlineData("lora_bias_term", "lora_bias")]
    [InlineData("lora_modules_to_save", "modules_to_save")]
    public void Features_that_Lora_has_not_are_named(string name, string feature)
    {
        using var model = new ToyAttn(Plans.Of("**", new LoraOptions { Rank = 3 }, ToyAttn.Members));
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(model, GoldenCase.Fixture($"adapters/{name}")));
        Assert.Contains(error.Mismatches, m => m.Contains(feature, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("peft_type", "\"VERA\"", "the checkpoint's method is VERA, and LORA here")]
    [InlineData("peft_type", "null", "the checkpoint's method is not named")]
    [InlineData("init_lora_weights", "\"loftq\"", "started from 'loftq'")]
    [InlineData("init_lora_weights", "\"olora\"", "set Init = OLoRA")]
    [InlineData("init_lora_weights", "\"pissa\"", "set Init = PiSSA")]
    [InlineData("rank_pattern", "{\"(\": 3}", "the pattern '(' cannot be used")]
    [InlineData("bias", "\"all\"", "the trained biases are 'all' in the checkpoint and 'none' here")]
    [InlineData("use_rslora", "true", "the scaling is")]
    public void A_configuration_that_differs_is_named(string field, string value, string difference)
    {
        var source = GoldenCase.Fixture("adapters/lora_embedding");
        var config = JsonNode.Parse(File.ReadAllText(Path.Combine(source, "adapter_config.json")))!;
        config[field] = JsonNode.Parse(value);
        File.WriteAllText(folder.File("adapter_config.json"), config.ToJsonString());
        File.Copy(Path.Combine(source, "adapter_model.safetensors"), folder.File("adapter_model.safetensors"));
        using var model = new ToyEmb(Plans.Of("**", new LoraOptions { Rank = 3, Alpha = 6 }, ToyEmb.Members));
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(model, folder.Path));
        Assert.Contains(error.Mismatches, m => m.Contains(difference, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\u0000")]
    public void A_configuration_that_is_none_is_named_with_its_file(string text)
    {
        File.WriteAllText(folder.File("adapter_config.json"), text);
        File.WriteAllText(folder.File("adapter_model.safetensors"), "");
        using var model = new ToyEmb(Plans.Of("**", new LoraOptions { Rank = 3 }, ToyEmb.Members));
        var state = new BaseState(model);
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(model, folder.Path));
        Assert.Contains(folder.File("adapter_config.json"), error.Message, StringComparison.Ordinal);
        state.AssertSame(model);
    }

    [Fact]
    public void A_damaged_tensor_file_changes_nothing()
    {
        using var model = new ToyEmb(Plans.Of("**", new LoraOptions { Rank = 2 }, ToyEmb.Members));
        using (var set = AdapterSet.Attach(model))
            set.SavePretrained(folder.Path);
        var path = folder.File("adapter_model.safetensors");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
        var state = new BaseState(model);
        Assert.Throws<SafetensorsException>(() => AdapterSet.LoadPretrained(model, folder.Path));
        state.AssertSame(model);
    }

    [Fact]
    public void A_folder_without_adapters_is_named()
    {
        using var model = new ToyEmb(Plans.Of("**", new LoraOptions { Rank = 2 }, ToyEmb.Members));
        var error = Assert.Throws<FileNotFoundException>(() => AdapterSet.LoadPretrained(model, folder.File("none")));
        Assert.Contains("adapter_config.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(folder.File("none"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PiSSA_and_other_starts_are_saved_separately()
    {
        AdapterPlan[] plans =
        [
            Plans.Of("a", "fc1", "", new LoraOptions { Rank = 2, Init = LoraInit.PiSSA }, Stack.Members),
            Plans.Of("b", "out", "", new LoraOptions { Rank = 2 }, Stack.Members),
        ];
        using var model = new Stack(1, plans);
        using (var both = AdapterSet.Attach(model))
            Assert.Contains("separately", Assert.Throws<AdapterException>(() => both.SavePretrained(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
        using var one = AdapterSet.Attach(model, "a");
        one.SavePretrained(folder.Path);
        Assert.Equal("pissa", (string)Config()["init_lora_weights"]!);
    }

    [Fact]
    public void A_checkpoint_of_PiSSA_does_not_fit_OLoRA()
    {
        using (var model = new OneLayer(nn.Linear(6, 4), new LoraOptions { Rank = 2, Init = LoraInit.PiSSA }))
        using (var set = AdapterSet.Attach(model))
            set.SavePretrained(folder.Path);
        using var other = new OneLayer(nn.Linear(6, 4), new LoraOptions { Rank = 2, Init = LoraInit.OLoRA });
        var error = Assert.Throws<AdapterCheckpointException>(() => AdapterSet.LoadPretrained(other, folder.Path, verifyBase: false));
        Assert.Contains("set Init = PiSSA", Assert.Single(error.Mismatches), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private JsonNode Config() => JsonNode.Parse(File.ReadAllText(folder.File("adapter_config.json")))!;

    private static nn.Module Model(string name, string targets, LoraOptions options) => name switch
    {
        "ToyAttn" => new ToyAttn(Plans.Of(targets, options, ToyAttn.Members)),
        "ToyEmb" => new ToyEmb(Plans.Of(targets, options, ToyEmb.Members)),
        _ => ToyConv.Plain(Plans.Of(targets, options, "conv3", "conv1", "conv_s")),
    };
}
