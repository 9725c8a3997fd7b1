namespace Declarative;

/// <summary>Compares the tensors of a checkpoint with those of attached adapters.</summary>
internal sealed class TensorComparison(AdapterSet set, MismatchList mismatches)
{
    /// <summary>Adds what is missing, unexpected, or of another shape or kind.</summary>
    /// <param name="read">The checkpoint's tensors.</param>
    /// <param name="wanted">The adapters' tensors, by their names in the checkpoint.</param>
    /// <param name="prefix">What the name of a layer's tensor begins with, before the layer's path.</param>
    public void Compare(IReadOnlyDictionary<string, Tensor> read, IReadOnlyList<CheckpointTensor> wanted, string prefix)
    {
        var layersRead = set.Adapters.Select(static a => a.LayerPath)
            .Where(l => read.Keys.Any(k => k.StartsWith($"{prefix}{l}.", StringComparison.Ordinal)))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var adapter in set.Adapters.Where(a => !layersRead.Contains(a.LayerPath)))
            mismatches.Add(adapter.LayerPath, "adapted here, but not in the checkpoint");

        foreach (var (name, here, isRequired) in wanted)
        {
            if (read.TryGetValue(name, out var tensor))
                Compare(Short(name, prefix), tensor, here);
            else if (isRequired && (LayerOf(name, prefix) is not { } layer || layersRead.Contains(layer)))
                mismatches.Add(name, "tensors are missing from the checkpoint");
        }
        foreach (var name in read.Keys.Except(wanted.Select(static t => t.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal))
            mismatches.Add(name, "the checkpoint has tensors for which there is no place here");
    }

    private void Compare(string name, Tensor tensor, long[] here)
    {
        if (!tensor.is_floating_point())
            mismatches.Add(name, $"tensors are of {tensor.dtype} in the checkpoint, where a floating-point type was expected");
        var there = tensor.shape;
        if (!there.SequenceEqual(here))
            mismatches.Add(name, $"tensors have the shape [{string.Join(", ", there)}] in the checkpoint and [{string.Join(", ", here)}] here");
    }

    private static string Short(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;

    private string? LayerOf(string name, string prefix) =>
        set.Adapters.Select(static a => a.LayerPath).FirstOrDefault(l => name.StartsWith($"{prefix}{l}.", StringComparison.Ordinal));
}
