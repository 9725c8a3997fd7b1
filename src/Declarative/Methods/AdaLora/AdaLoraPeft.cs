using System.Text.Json.Nodes;

namespace Declarative;

/// <summary>AdaLoRA in Hugging Face PEFT's configuration.</summary>
internal sealed class AdaLoraPeft : PeftMethod
{
    public static readonly AdaLoraPeft Instance = new();

    private const double DefaultRank = 12, DefaultAlpha = 8;
    private const string RankPattern = "rank_pattern";

    // PEFT has this field of LoRA's here too and reads it nowhere.
    private const int UnusedRank = 8;

    private static readonly string[] Unsupported =
        ["modules_to_save", "target_parameters", "trainable_token_indices", "layer_replication", "use_dora"];

    public override string PeftType => "ADALORA";

    /// <summary>For each initial direction whether the checkpoint has it: all of them where it says nothing that fits.</summary>
    public static bool[] Pattern(PeftConfig config, AdaLoraAdapter adapter)
    {
        var initial = ((AdaLoraOptions)adapter.Options).InitialRank;
        return config.Flags(RankPattern, Key(adapter)) is { } flags && flags.Length == initial ? flags : [.. Enumerable.Repeat(true, initial)];
    }

    public override void Write(JsonObject config, IReadOnlyList<Adapter> adapters)
    {
        var options = (AdaLoraOptions)adapters[0].Options;
        if (adapters.Any(a => !a.Options.Equals(options)))
            throw new AdapterException(
                "PEFT has one rank budget for all AdaLoRA adapters of a checkpoint, and here are attributes with different settings. "
                + "Give them different names, and attach and save them separately.");

        config["r"] = UnusedRank;
        config["init_r"] = options.InitialRank;
        config["target_r"] = options.TargetRank;
        config["tinit"] = options.InitialSteps;
        config["tfinal"] = options.FinalSteps;
        config["deltaT"] = options.Interval;
        config["total_step"] = options.TotalSteps;
        config["beta1"] = options.Beta1;
        config["beta2"] = options.Beta2;
        config["orth_reg_weight"] = options.OrthogonalityWeight;
        config["lora_alpha"] = PeftNumbers.Number(options.Alpha);
        config["lora_dropout"] = options.Dropout;
        config["init_lora_weights"] = true;
        config["fan_in_fan_out"] = false;
        config["layers_pattern"] = null;
        config["layers_to_transform"] = null;
        config[RankPattern] = Patterns([.. adapters.Cast<AdaLoraAdapter>()]);
    }

    public override void Compare(PeftConfig config, IReadOnlyList<Adapter> adapters, MismatchList mismatches)
    {
        Refuse(config, "AdaLora", Unsupported, mismatches);
        var (rank, alpha) = (config.Number("init_r", DefaultRank), config.Number("lora_alpha", DefaultAlpha));
        foreach (var adapter in adapters)
        {
            var options = (AdaLoraOptions)adapter.Options;
            if (rank != options.InitialRank)
                mismatches.Add(adapter.LayerPath, FormattableString.Invariant($"the initial rank is {rank} in the checkpoint and {options.InitialRank} here"));
            else if (config.Flags(RankPattern, Key(adapter)) is { } flags && flags.Length != rank)
                mismatches.Add(adapter.LayerPath, FormattableString.Invariant($"in adapter_config.json, {RankPattern} has {flags.Length} entries for an initial rank of {rank}"));
            if (alpha != options.Alpha)
                mismatches.Add(adapter.LayerPath, FormattableString.Invariant($"alpha is {alpha} in the checkpoint and {options.Alpha} here"));
        }
    }

    private static string Key(Adapter adapter) => $"{adapter.LayerPath}.{nameof(AdaLoraAdapter.lora_E)}";

    private static JsonObject? Patterns(IReadOnlyList<AdaLoraAdapter> adapters)
    {
        var patterns = adapters.Select(static a => (Key: Key(a), Flags: a.Pattern())).ToList();
        return patterns.TrueForAll(static p => Array.TrueForAll(p.Flags, static f => f))
            ? null
            : new JsonObject(patterns.Select(static p => KeyValuePair.Create(
                p.Key, (JsonNode?)new JsonArray([.. p.Flags.Select(static f => (JsonNode)JsonValue.Create(f))]))));
    }
}
