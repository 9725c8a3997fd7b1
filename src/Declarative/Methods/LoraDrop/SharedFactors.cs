namespace Declarative;

/// <summary>Gives LoRA adapters with factors of the same shapes the same factors.</summary>
internal static class SharedFactors
{
    /// <summary>The factors start anew, so that the layers compute what the base model computes.</summary>
    public static void Share(IReadOnlyList<LoraAdapter> adapters)
    {
        foreach (var group in adapters.GroupBy(Shapes))
        {
            var first = group.First();
            first.Reset();
            var factors = first.CheckpointTensors();
            foreach (var adapter in group.Skip(1))
                adapter.TakeFactors(factors[0].Parameter, factors[1].Parameter);
        }
    }

    // The same kind of adapter on the same device, of the same shapes and scaling.
    private static string Shapes(LoraAdapter adapter) => FormattableString.Invariant(
        $"{adapter.Scaling:R} {string.Join("; ", adapter.CheckpointTensors().Select(static t => $"{t.Suffix} {string.Join(',', t.Parameter.shape)} {t.Parameter.dtype} {t.Parameter.device}"))}");
}
