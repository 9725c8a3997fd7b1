namespace Declarative;

// Merging, after which nothing is trained.
public sealed partial class AdapterSet
{
    /// <summary>
    /// Adds every update into its layer's weight: each layer then costs what it costs without adapters. A copy of each weight
    /// is kept, so that <see cref="Unmerge"/> gives it back exactly.
    /// </summary>
    /// <exception cref="AdapterException">They are merged or disabled, or a layer's update cannot be added to its weight. Nothing is changed.</exception>
    public void Merge()
    {
        ThrowIfDisposed();
        ThrowIfDisabled("Merging");
        if (merged)
            throw new AdapterException("The adapters are merged already. Call Unmerge() before merging again.");
        foreach (var adapter in Adapters)
        {
            if (adapter.MergeObstacle is { } obstacle)
                throw new AdapterException($"'{adapter.LayerPath}' cannot be merged: {obstacle}. Use it unmerged, or leave it out with Exclude.");
            SharedWeights.ThrowIfShared(model, adapter, "merging");
        }

        try
        {
            layers.ForEach(static l => l.Adapter.Merge());
        }
        catch
        {
            foreach (var adapter in Adapters.Where(static a => a.IsMerged))
                adapter.Unmerge();
            throw;
        }
        layers.ForEach(Activation.Deactivate);
        merged = true;
    }

    /// <summary>Gives every weight the values back that it had before <see cref="Merge"/>, to the bit.</summary>
    /// <exception cref="AdapterException">The adapters are not merged, or are disabled.</exception>
    public void Unmerge()
    {
        ThrowIfDisposed();
        ThrowIfDisabled("Unmerging");
        if (!merged)
            throw new AdapterException("The adapters are not merged, so there is nothing to unmerge.");
        layers.ForEach(static l => l.Adapter.Unmerge());
        layers.ForEach(Activation.Activate);
        merged = false;
    }

    internal void ThrowIfMergedTraining()
    {
        if (merged)
            throw MergedTraining.Error(string.Join("', '", Names));
    }
}
