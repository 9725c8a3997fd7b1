using System.Text.Json.Nodes;
using static Declarative.PeftNumbers;

namespace Declarative;

/// <summary>LoRA in Hugging Face PEFT's configuration.</summary>
internal class LoraPeft : PeftMethod
{
    public static readonly LoraPeft Instance = new();

    private const double DefaultRank = 8, DefaultAlpha = 8;

    // Features of PEFT's LoRA that change what the checkpoint computes and have no counterpart here.
    private static readonly string[] Unsupported =
    [
        "lora_bias", "use_qalora", "use_bdlora", "modules_to_save", "target_parameters", "trainable_token_indices",
        "layer_replication", "alora_invocation_tokens", "arrow_config", "kasa_config", "velora_config", "monteclora_config",
    ];

    // Starts that change the base weights, so that the factors fit only a base that was changed the same way.
    private static readonly string[] UnsupportedStarts = ["loftq", "corda", "lora_ga", "pissa_niter_"];

    public override string PeftType => "LORA";

    public override void Write(JsonObject config, IReadOnlyList<Adapter> adapters) =>
        Write(config, [.. adapters.Select(static a => SavedLora.Of((LoraAdapter)a))]);

    public override void WriteAsPlainLora(JsonObject config, IReadOnlyList<Adapter> adapters) =>
        Write(config, [.. adapters.Select(static a => PlainLora.Of((LoraAdapter)a))]);

    private static void Write(JsonObject config, IReadOnlyList<SavedLora> all)
    {
        var options = all.Select(static a => a.Options).ToList();
        if (options.Exists(o => o.Decomposes != options[0].Decomposes))
            throw new AdapterException(
                "A PEFT checkpoint holds LoRA adapters or DoRA adapters, and here are both. Give the attributes different names, "
                + "and attach and save them separately.");
        var starts = options.Select(static o => Start(o.Init)).Distinct().ToList();
        if (starts.Count > 1 && options.Find(static o => LoraStart.ChangesWeight(o.Init)) is { Init: var changing })
            throw new AdapterException(
                $"PEFT has one start for all adapters of a checkpoint, and {changing}'s changes the base weights. Give the attributes "
                + $"with Init = {changing} a Name of their own, and attach and save them separately.");

        var ranks = all.ToDictionary(static a => a.Layer, static a => (double)a.Rank, StringComparer.Ordinal);
        var stabilized = options.TrueForAll(static o => o.RankStabilized);
        var alphas = all.ToDictionary(static a => a.Layer, a => Alpha(a, stabilized), StringComparer.Ordinal);
        var (rank, alpha) = (MostFrequent(ranks.Values), MostFrequent(alphas.Values));

        config["r"] = Number(rank);
        config["lora_alpha"] = Number(alpha);
        config["rank_pattern"] = PatternsOf(ranks, rank);
        config["alpha_pattern"] = PatternsOf(alphas, alpha);
        config["use_rslora"] = stabilized;
        config["lora_dropout"] = options.Max(static o => o.Dropout);
        config["init_lora_weights"] = starts.Count > 1 || starts[0] is null ? true : starts[0];
        config["lora_bias"] = false;
        config["use_dora"] = options[0].Decomposes;
        config["fan_in_fan_out"] = false;
        config["layers_pattern"] = null;
        config["layers_to_transform"] = null;
    }

    public override void Compare(PeftConfig config, IReadOnlyList<Adapter> adapters, MismatchList mismatches)
    {
        Refuse(config, "Lora", Unsupported, mismatches);
        foreach (var adapter in adapters.Where(a => ((LoraOptions)a.Options).Decomposes != config.Flag("use_dora")))
            mismatches.Add(adapter.LayerPath, $"[{adapter.Method}] is here, and the checkpoint is of {(config.Flag("use_dora") ? "DoRA" : "LoRA")}");
        CompareStart(config, adapters, mismatches);
        try
        {
            foreach (var adapter in adapters)
                CompareScaling(config, (LoraAdapter)adapter, mismatches);
        }
        catch (FormatException e)
        {
            mismatches.Add($"in adapter_config.json, {e.Message}");
        }
    }

    private static void CompareStart(PeftConfig config, IReadOnlyList<Adapter> adapters, MismatchList mismatches)
    {
        var start = config.Text("init_lora_weights");
        if (UnsupportedStarts.FirstOrDefault(u => start?.StartsWith(u, StringComparison.OrdinalIgnoreCase) == true) is not null)
        {
            mismatches.Add($"the checkpoint started from '{start}', which changed the base weights in a way that [Lora] has not");
            return;
        }
        var there = Enum.GetValues<LoraInit>().Where(LoraStart.ChangesWeight)
            .Where(i => string.Equals(Start(i), start, StringComparison.OrdinalIgnoreCase)).Cast<LoraInit?>().FirstOrDefault();
        foreach (var adapter in adapters)
        {
            LoraInit? here = adapter.ChangesWeight ? ((LoraOptions)adapter.Options).Init : null;
            if (here != there && (here is not null || adapter is LoraLinear or LoraLinearLike))
                mismatches.Add(adapter.LayerPath, there is null
                    ? $"Init is {here} here, which changed the base weights, but not in the checkpoint"
                    : $"the checkpoint started from {there}, which changed the base weights; set Init = {there}");
        }
    }

    private static void CompareScaling(PeftConfig config, LoraAdapter adapter, MismatchList mismatches)
    {
        var layer = adapter.LayerPath;
        var rank = PeftPattern.Find(config.Patterns("rank_pattern"), layer, config.Number("r", DefaultRank));
        var alpha = PeftPattern.Find(config.Patterns("alpha_pattern"), layer, config.Number("lora_alpha", DefaultAlpha));
        if (rank != adapter.Rank)
            mismatches.Add(layer, FormattableString.Invariant($"the rank is {rank} in the checkpoint and {adapter.Rank} here"));
        var scaling = config.Flag("use_rslora") ? alpha / Math.Sqrt(rank) : alpha / rank;
        if (Math.Abs(scaling - adapter.Scaling) > 1e-6 * Math.Abs(scaling))
            mismatches.Add(layer, FormattableString.Invariant(
                $"the scaling is {scaling:G6} (alpha {alpha}) in the checkpoint and {adapter.Scaling:G6} (alpha {adapter.Alpha}) here"));
    }

    // Where only some adapters are rank-stabilised, each gets the alpha that has the same scaling without it.
    private static double Alpha(SavedLora lora, bool stabilized) =>
        lora.Options.RankStabilized == stabilized ? lora.Alpha : lora.Scaling * lora.Rank;

    private static string? Start(LoraInit init) => init switch
    {
        LoraInit.Gaussian => "gaussian",
        LoraInit.PiSSA => "pissa",
        LoraInit.Orthogonal => "orthogonal",
        LoraInit.OLoRA => "olora",
        LoraInit.Eva => "eva",
        _ => null,
    };
}
