namespace Declarative;

/// <summary>Compares the tensors of a checkpoint with those of attached adapters.</summary>
internal sealed class TensorComparison(AdapterSet set, MismatchList mismatches)
{
    /// <summary>Adds what is missing, unexpected, or of another shape or kind.</summary>
    /// <param name="read">The checkpoint's tensors.</param>
    /// <param name="wanted">The adapters' tensors, named without <paramref name="prefix"/>.</param>
    /// <param name="prefix">What a name in the checkpoint begins with.</param>
    public void Compare(
        IReadOnlyDictionary<string, Tensor> read, IReadOnlyDictionary<string, SavedTensor> wanted, string prefix)
    {
        var layersRead = set.Adapters.Select(static a => a.LayerPath)
            .Where(l => read.Keys.Any(k => k.StartsWith($"{prefix}{l}.", StringComparison.Ordinal)))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var adapter in set.Adapters.Where(a => !layersRead.Contains(a.LayerPath)))
            mismatches.Add(adapter.LayerPath, "adapted here, but not in the checkpoint");

        foreach (var (name, saved) in wanted)
        {
            if (read.TryGetValue(prefix + name, out var tensor))
                Compare(name, tensor, saved.Shape);
            else if (LayerOf(name) is not { } layer || layersRead.Contains(layer))
                mismatches.Add(prefix + name, "tensors are missing from the checkpoint");
        }
        foreach (var name in read.Keys.Where(k => !Belongs(k, wanted, prefix)).Order(StringComparer.Ordinal))
            mismatches.Add(name, "the checkpoint has tensors for which there is no place here");
    }

    private static bool Belongs(string name, IReadOnlyDictionary<string, SavedTensor> wanted, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && wanted.ContainsKey(name[prefix.Length..]);

    private void Compare(string name, Tensor tensor, long[] here)
    {
        if (!tensor.is_floating_point())
            mismatches.Add(name, $"tensors are of {tensor.dtype} in the checkpoint, where a floating-point type was expected");
        var there = tensor.shape;
        if (!there.SequenceEqual(here))
            mismatches.Add(name, $"tensors have the shape [{string.Join(", ", there)}] in the checkpoint and [{string.Join(", ", here)}] here");
    }

    private string? LayerOf(string name) =>
        set.Adapters.Select(static a => a.LayerPath).FirstOrDefault(l => name.StartsWith($"{l}.", StringComparison.Ordinal));
}
