using System.Text.Json;

namespace Declarative.Tests.Goldens;

/// <summary>The settings of a case's layers as an attribute would give them.</summary>
internal static class GoldenOptions
{
    /// <param name="config">The configuration of the case.</param>
    /// <param name="module">What the case says of one layer; the configuration again where it says nothing of its own.</param>
    public static AdapterOptions Of(JsonElement config, JsonElement module) => Text(config, "peft_type") switch
    {
        "LORA" or "" => Lora(config, module),
        "VERA" => Vera(config, module),
        "ADALORA" => AdaLora(config),
        "IA3" => new IA3Options { FeedForward = string.Join('|', config.GetProperty("feedforward_modules").EnumerateArray().Select(static m => m.GetString())) },
        "LOHA" => Delta(new LoHaOptions(), config, module),
        "LOKR" => Delta(new LoKrOptions(), config, module) with
        {
            DecomposeBoth = Flag(config, "decompose_both"),
            DecomposeFactor = config.GetProperty("decompose_factor").GetInt32(),
        },
        "LN_TUNING" => new NormTuningOptions(),
        "OFT" => new OftOptions
        {
            Blocks = config.GetProperty("r").GetInt32(),
            BlockSize = config.GetProperty("oft_block_size").GetInt32(),
            BlockShare = Flag(config, "block_share"),
            UseCayleyNeumann = Flag(config, "use_cayley_neumann"),
            NeumannTerms = config.GetProperty("num_cayley_neumann_terms").GetInt32(),
        },
        var other => throw new NotSupportedException(other),
    };

    private static LoraOptions Lora(JsonElement config, JsonElement module) =>
        (Flag(config, "use_dora") ? new DoRAOptions() : new LoraOptions()) with
        {
            Rank = module.GetProperty("r").GetInt32(),
            Alpha = module.GetProperty("lora_alpha").GetDouble(),
            RankStabilized = Flag(module, "use_rslora"),
            Bias = Text(config, "bias") switch { "all" => TrainedBias.All, "lora_only" => TrainedBias.LoraOnly, _ => TrainedBias.None },
            Init = Text(config, "init_lora_weights") switch { "pissa" => LoraInit.PiSSA, "olora" => LoraInit.OLoRA, _ => LoraInit.KaimingUniform },
        };

    private static VeRAOptions Vera(JsonElement config, JsonElement module) => new()
    {
        Rank = module.GetProperty("r").GetInt32(),
        SharedSeed = config.GetProperty("projection_prng_key").GetInt64(),
        DInitial = config.GetProperty("d_initial").GetDouble(),
        SaveProjection = Flag(config, "save_projection"),
    };

    /// <summary>The settings of an AdaLoRA configuration.</summary>
    public static AdaLoraOptions AdaLora(JsonElement config) => new()
    {
        InitialRank = config.GetProperty("init_r").GetInt32(),
        TargetRank = config.GetProperty("target_r").GetInt32(),
        Alpha = config.GetProperty("lora_alpha").GetDouble(),
        InitialSteps = config.GetProperty("tinit").GetInt32(),
        FinalSteps = config.GetProperty("tfinal").GetInt32(),
        Interval = config.GetProperty("deltaT").GetInt32(),
        Beta1 = config.GetProperty("beta1").GetDouble(),
        Beta2 = config.GetProperty("beta2").GetDouble(),
        OrthogonalityWeight = config.GetProperty("orth_reg_weight").GetDouble(),
        TotalSteps = config.GetProperty("total_step").GetInt32(),
    };

    private static T Delta<T>(T options, JsonElement config, JsonElement module)
        where T : DeltaOptions => options with
        {
            Rank = module.GetProperty("r").GetInt32(),
            Alpha = module.GetProperty("alpha").GetDouble(),
            UseEffectiveConv2d = Flag(config, "use_effective_conv2d"),
        };

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
