namespace Declarative;

/// <summary>
/// An adapter whose start took s·B₀·A₀ out of its layer's weight, as ordinary LoRA on the weight as it was:
/// <c>W − s·B₀·A₀ + s·B·A = W + s·[B, −B₀]·[A; A₀]</c>, of twice the rank and the same scaling.
/// </summary>
internal static class PlainLora
{
    /// <summary>What a configuration says of the adapter; of one that took nothing out, what it says anyway.</summary>
    public static SavedLora Of(LoraAdapter adapter)
    {
        var saved = SavedLora.Of(adapter);
        var plain = saved with { Options = saved.Options with { Init = LoraInit.KaimingUniform } };
        return adapter.TakenOut is null
            ? plain
            : plain with { Rank = 2 * saved.Rank, Alpha = saved.Alpha * (saved.Options.RankStabilized ? Math.Sqrt(2) : 2) };
    }

    /// <summary>The tensors that take the place of the adapter's own, by what follows the layer's path; none where it took nothing out.</summary>
    public static IEnumerable<(string Suffix, Tensor Values)> Tensors(LoraAdapter adapter)
    {
        if (adapter.TakenOut is not { } start)
            yield break;
        foreach (var tensor in adapter.CheckpointTensors())
        {
            var factor = tensor.Parameter.detach();
            if (tensor.Suffix == LoraFactors.ASuffix)
                yield return (tensor.Suffix, cat([factor, Like(start.A, factor)], 0));
            else if (tensor.Suffix == LoraFactors.BSuffix)
                yield return (tensor.Suffix, cat([factor, Like(start.B, factor).neg()], 1));
        }
    }

    // The model may have been moved or converted since the start.
    private static Tensor Like(Tensor start, Tensor factor) => start.to(factor.device).to_type(factor.dtype);
}
