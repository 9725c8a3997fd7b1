using Declarative.Generators.Model;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>Compares what the library compares when it loads: the initial rank and alpha.</summary>
internal sealed class AdaLoraComparison : MethodComparison
{
    private const double DefaultRank = 12, DefaultAlpha = 8;

    public override string PeftType => "ADALORA";

    public override IEnumerable<string> Compare(CheckpointConfig config, IReadOnlyList<PlannedLayer> layers)
    {
        var (rank, alpha) = (config.Number("init_r", DefaultRank), config.Number("lora_alpha", DefaultAlpha));
        foreach (var plan in layers.Where(static l => l.IsSure).GroupBy(static l => l.Plan))
        {
            var (spec, where) = ((AdaLoraSpec)plan.Key.Spec, plan.First().Where);
            if (rank != spec.Rank)
                yield return FormattableString.Invariant($"initial rank {rank} in the file, {spec.Rank} on {where}");
            if (alpha != spec.Alpha)
                yield return FormattableString.Invariant($"alpha {alpha} in the file, {spec.Alpha} on {where}");
        }
    }
}
