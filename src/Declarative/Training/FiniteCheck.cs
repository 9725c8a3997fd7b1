namespace Declarative;

/// <summary>Finds NaN and infinity in what is trained.</summary>
internal static class FiniteCheck
{
    /// <summary>Throws where a trained tensor holds NaN or infinity; the message names each such tensor.</summary>
    /// <param name="set">The adapters.</param>
    /// <param name="consequence">What does not happen for that reason, as a sentence.</param>
    public static void ThrowIfNotFinite(AdapterSet set, string consequence)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        if (IsFinite(set.Tensors))
            return;
        var names = PeftCheckpoint.Tensors(set).Where(static t => !IsFinite([t.Value])).Select(static t => $"'{t.Key}'").ToList();
        if (names.Count > 0)
            throw new AdapterException(
                $"There are values that are not finite in {string.Join(", ", names.Take(4))}{(names.Count > 4 ? $" and {names.Count - 4} more" : "")}: "
                + $"the training has diverged. {consequence} Go back to a checkpoint from before, lower the learning rate, or clip the gradients.");
    }

    // A sum is finite only where all its terms are, so that one number answers for all tensors: one wait for the device.
    // That a sum of finite terms overflows is ruled out by its precision, and by asking each tensor again.
    private static bool IsFinite(IEnumerable<Tensor> tensors)
    {
        var sums = tensors.Select(static t => t.detach().abs().sum(ScalarType.Float64)).GroupBy(static s => (s.device_type, s.device_index));
        return sums.All(static g => double.IsFinite(stack([.. g]).sum().item<double>()));
    }
}
