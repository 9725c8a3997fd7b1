using Declarative.Generators.Model;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>Compares what the library compares when it loads LoHa or LoKr: each layer's rank, alpha and form.</summary>
internal abstract class DeltaComparison : MethodComparison
{
    private const double DefaultRank = 8, DefaultAlpha = 8;

    // One attribute gives all its layers the same values, so the first layer that differs says it.
    public sealed override IEnumerable<string> Compare(CheckpointConfig config, IReadOnlyList<PlannedLayer> layers)
    {
        foreach (var plan in layers.Where(static l => l.IsSure).GroupBy(static l => l.Plan))
        {
            if (plan.Select(l => CompareScaling(config, l)).FirstOrDefault(static d => d is not null) is { } scaling)
                yield return scaling;
            if (plan.Select(l => CompareForm(config, l)).FirstOrDefault(static d => d is not null) is { } form)
                yield return form;
            foreach (var difference in CompareMethod(config, plan.First()))
                yield return difference;
        }
    }

    /// <summary>What the file says differently about the method's own values.</summary>
    protected virtual IEnumerable<string> CompareMethod(CheckpointConfig config, PlannedLayer layer) => [];

    private static string? CompareScaling(CheckpointConfig config, PlannedLayer layer)
    {
        var spec = (DeltaSpec)layer.Plan.Spec;
        var rank = PeftPattern.Find(config.Patterns("rank_pattern"), layer.Path, config.Number("r", DefaultRank));
        var alpha = PeftPattern.Find(config.Patterns("alpha_pattern"), layer.Path, config.Number("alpha", DefaultAlpha));
        return rank != spec.Rank ? FormattableString.Invariant($"rank {rank} in the file, {spec.Rank} on {layer.Where}")
            : Math.Abs(alpha - spec.Alpha) > 1e-6 * Math.Abs(alpha) ? FormattableString.Invariant($"alpha {alpha} in the file, {spec.Alpha} on {layer.Where}")
            : null;
    }

    // A kernel of one element has the same form either way.
    private static string? CompareForm(CheckpointConfig config, PlannedLayer layer)
    {
        var (there, here) = (config.Flag("use_effective_conv2d"), ((DeltaSpec)layer.Plan.Spec).UseEffectiveConv2d);
        return there != here && layer.Layer is { Kind: LayerKind.Conv1d or LayerKind.Conv2d, Shape.KernelArea.Value: > 1 }
            ? $"UseEffectiveConv2d is {there} in the file, {here} on {layer.Where}"
            : null;
    }
}
