using Declarative.Generators.Model;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>Compares what the library compares when it loads: each layer's rank, scaling and start, and which biases are trained.</summary>
internal class LoraComparison : MethodComparison
{
    private const double DefaultRank = 8, DefaultAlpha = 8;

    public override string PeftType => "LORA";

    // One attribute gives all its layers the same values, so the first layer that differs says it.
    public override IEnumerable<string> Compare(CheckpointConfig config, IReadOnlyList<PlannedLayer> layers)
    {
        if (CompareKind(config, layers) is { } kind)
            yield return kind;
        if (CompareBias(config, layers, "lora_only", static l => Spec(l).Bias) is { } bias)
            yield return bias;
        foreach (var plan in layers.Where(static l => l.IsSure).GroupBy(static l => l.Plan))
        {
            if (plan.Select(l => CompareStart(config, l)).FirstOrDefault(static d => d is not null) is { } start)
                yield return start;
            if (plan.Select(l => CompareRank(config, l)).FirstOrDefault(static d => d is not null) is { } rank)
                yield return rank;
            if (plan.Select(l => CompareScaling(config, l)).FirstOrDefault(static d => d is not null) is { } scaling)
                yield return scaling;
        }
    }

    private static string? CompareKind(CheckpointConfig config, IReadOnlyList<PlannedLayer> layers)
    {
        var (there, here) = (config.Flag("use_dora"), Spec(layers[0]).Decomposes);
        return there == here ? null : $"[{(there ? "DoRA" : "Lora")}] in the file, [{Spec(layers[0]).Method}] on {layers[0].Where}";
    }

    // Some starts change the base weights, and those of linear layers only.
    private static string? CompareStart(CheckpointConfig config, PlannedLayer layer)
    {
        if (layer.Layer.Kind is not (LayerKind.Linear or LayerKind.LinearLike))
            return null;
        var here = Spec(layer).ChangingStart;
        var there = config.Text("init_lora_weights")?.ToLowerInvariant() switch { "pissa" => LowRankSpec.Pissa, "olora" => LowRankSpec.Olora, _ => null };
        return there == here ? null
            : $"{(there is null ? $"another start than {here}" : $"a start from {there}")} in the file, Init = {Spec(layer).Init} on {layer.Where}";
    }

    private static string? CompareRank(CheckpointConfig config, PlannedLayer layer)
    {
        var (there, here) = (Rank(config, layer), layer.Plan.Spec.Rank);
        return there == here ? null : FormattableString.Invariant($"rank {there} in the file, {here} on {layer.Where}");
    }

    // Where the ranks differ, the scalings do for that reason.
    private static string? CompareScaling(CheckpointConfig config, PlannedLayer layer)
    {
        var (rank, spec) = (Rank(config, layer), Spec(layer));
        if (rank != spec.Rank)
            return null;
        var alpha = PeftPattern.Find(config.Patterns("alpha_pattern"), layer.Path, config.Number("lora_alpha", DefaultAlpha));
        var isStabilized = config.Flag("use_rslora");
        var scaling = isStabilized ? alpha / Math.Sqrt(rank) : alpha / rank;
        if (Math.Abs(scaling - spec.Scaling) <= 1e-6 * Math.Abs(scaling))
            return null;
        return isStabilized == spec.RankStabilized
            ? FormattableString.Invariant($"alpha {alpha} in the file, {spec.Alpha} on {layer.Where}")
            : FormattableString.Invariant(
                $"scaling {scaling:G6} ({Formula(alpha, isStabilized)}) in the file, {spec.Scaling:G6} ({Formula(spec.Alpha, spec.RankStabilized)}) on {layer.Where}");
    }

    private static LowRankSpec Spec(PlannedLayer layer) => (LowRankSpec)layer.Plan.Spec;

    private static double Rank(CheckpointConfig config, PlannedLayer layer) =>
        PeftPattern.Find(config.Patterns("rank_pattern"), layer.Path, config.Number("r", DefaultRank));

    private static string Formula(double alpha, bool isStabilized) =>
        FormattableString.Invariant($"alpha {alpha} / {(isStabilized ? "√rank" : "rank")}");
}
