namespace Declarative;

/// <summary>
/// LoRA-drop: after some training, layers whose update hardly changes their output give their adapters up. A layer is as
/// important as ‖s·B·A·x‖², the mean over a sample's tokens, is in proportion to that of the other layers.
/// (Zhou et al., "LoRA-drop: Efficient LoRA Parameter Pruning based on Output Evaluation", 2024.)
/// </summary>
public static class LoraDrop
{
    private const double DefaultShare = 0.9;

    /// <summary>
    /// Runs the model on a sample, and takes the adapters of the least important layers away. Make the optimizer afterwards:
    /// one made before holds what was taken away.
    /// </summary>
    /// <typeparam name="TBatch">What the model is run on.</typeparam>
    /// <param name="adapters">LoRA adapters that have been trained for a while.</param>
    /// <param name="batches">The sample.</param>
    /// <param name="forward">Runs the model on a batch, as in evaluation; called without gradients.</param>
    /// <param name="keepShare">Keep the fewest layers that have this share of the importance, above 0 to 1. Default, without <paramref name="keepCount"/>: 0.9.</param>
    /// <param name="keepCount">Keep this many layers instead.</param>
    /// <param name="dropped">What becomes of the others. Default: they share factors.</param>
    /// <returns>The layers with their importances, in the order of the model.</returns>
    /// <exception cref="AdapterException">
    /// The adapters are merged or disabled, are not all LoRA's own, or have no effect on the sample yet. Nothing is changed.
    /// </exception>
    public static IReadOnlyList<LoraDropLayer> Select<TBatch>(
        AdapterSet adapters,
        IEnumerable<TBatch> batches,
        Action<TBatch> forward,
        double? keepShare = null,
        int? keepCount = null,
        DroppedLayers dropped = DroppedLayers.Share)
    {
        ArgumentNullException.ThrowIfNull(adapters);
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(forward);
        Validate(adapters, keepShare, keepCount, dropped);
        var all = adapters.Adapters.Cast<LoraAdapter>().ToList();
        var importances = Normalized(UpdateProbe.Measure(adapters, all, batches, forward));
        var kept = keepCount is { } count ? Largest(importances, count) : LargestShare(importances, keepShare ?? DefaultShare);

        var others = all.Where((_, i) => !kept.Contains(i)).ToList();
        if (dropped == DroppedLayers.Detach)
            adapters.Detach(others);
        else
            SharedFactors.Share(others);
        return [.. all.Select((a, i) => new LoraDropLayer(a.LayerPath, importances[i], kept.Contains(i)))];
    }

    private static void Validate(AdapterSet adapters, double? keepShare, int? keepCount, DroppedLayers dropped)
    {
        if (keepShare is not null && keepCount is not null)
            throw new ArgumentException("Either a share or a number of layers is kept; give one of keepShare and keepCount.");
        if (keepShare is not (null or (> 0 and <= 1)))
            throw new ArgumentOutOfRangeException(nameof(keepShare), keepShare, "The share of the importance to keep is above 0 and at most 1.");
        if (keepCount < 1)
            throw new ArgumentOutOfRangeException(nameof(keepCount), keepCount, "At least one layer is kept.");
        if (adapters.IsMerged || !adapters.IsEnabled)
            throw new AdapterException("LoRA-drop looks at what each adapter adds, and these are merged or disabled; unmerge or enable them first.");
        if (adapters.Adapters.FirstOrDefault(static a => a.Options.GetType() != typeof(LoraOptions)) is { } other)
            throw new AdapterException($"LoRA-drop is for [Lora], and '{other.LayerPath}' has an adapter of [{other.Method}]. Attach the [Lora] adapters alone, by name.");
        if (dropped == DroppedLayers.Share && adapters.Adapters.FirstOrDefault(static a => a.ChangesWeight) is { } changed)
            throw new AdapterException(
                $"The start of '{changed.LayerPath}', PiSSA, changed its weight by factors of its own, so it cannot share others'. "
                + "Use DroppedLayers.Detach, or another Init.");
    }

    private static double[] Normalized(double[] importances)
    {
        var sum = importances.Sum();
        return sum > 0 && double.IsFinite(sum)
            ? Array.ConvertAll(importances, i => i / sum)
            : throw new AdapterException(
                "No adapter changes its layer's output on this sample, or one changes it beyond measure, so none is more important than another. "
                + "Train for some steps first, and give a sample that reaches the layers.");
    }

    private static HashSet<int> Largest(double[] importances, int count) =>
        [.. Enumerable.Range(0, importances.Length).OrderByDescending(i => importances[i]).Take(count)];

    private static HashSet<int> LargestShare(double[] importances, double share)
    {
        // The sum of all shares is 1 up to rounding.
        const double Rounding = 1e-12;
        var (kept, sum) = (new HashSet<int>(), 0.0);
        foreach (var i in Enumerable.Range(0, importances.Length).OrderByDescending(i => importances[i]))
        {
            if (sum >= share - Rounding)
                break;
            kept.Add(i);
            sum += importances[i];
        }
        return kept;
    }
}
