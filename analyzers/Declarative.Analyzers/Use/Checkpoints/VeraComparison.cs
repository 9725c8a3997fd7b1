using Declarative.Generators.Model;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>Compares what the library compares when it loads: the rank, the seed where no projection is saved, and which biases are trained.</summary>
internal sealed class VeraComparison : MethodComparison
{
    private const double DefaultRank = 256;

    public override string PeftType => "VERA";

    // One attribute gives all its layers the same values, so its first layer says it.
    public override IEnumerable<string> Compare(CheckpointConfig config, IReadOnlyList<PlannedLayer> layers)
    {
        if (CompareBias(config, layers, "vera_only", static l => Spec(l).Bias) is { } bias)
            yield return bias;
        var hasProjection = config.Flag("save_projection", otherwise: true);
        foreach (var layer in layers.Where(static l => l.IsSure).GroupBy(static l => l.Plan).Select(static g => g.First()))
        {
            var (rank, seed) = (config.Number("r", DefaultRank), config.Number("projection_prng_key", 0));
            if (rank != Spec(layer).Rank)
                yield return FormattableString.Invariant($"rank {rank} in the file, {Spec(layer).Rank} on {layer.Where}");
            if (!hasProjection && seed != Spec(layer).SharedSeed)
                yield return FormattableString.Invariant($"matrices from the seed {seed} in the file, from {Spec(layer).SharedSeed} on {layer.Where}");
        }
    }

    private static VeraSpec Spec(PlannedLayer layer) => (VeraSpec)layer.Plan.Spec;
}
