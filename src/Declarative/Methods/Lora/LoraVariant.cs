namespace Declarative;

/// <summary>What a method built on LoRA does beside it: further tensors, and another weight than W + s·B·A.</summary>
internal abstract class LoraVariant : IDisposable
{
    /// <summary>The further trained tensors, by what follows the layer's path in a checkpoint.</summary>
    public abstract IReadOnlyList<AdapterTensor> Tensors();

    /// <summary>What a checkpoint has beside all of the adapter's tensors.</summary>
    public virtual IReadOnlyList<SavedTensor> FurtherSaved() => [];

    /// <summary>What changes the layer's weight while training; <see langword="null"/> where nothing does.</summary>
    public virtual string? ChangeOfWeight => null;

    /// <summary>Sets the further tensors to their start, after the factors have theirs. Called without gradients.</summary>
    public abstract void Start(LowRankMatrices matrices);

    /// <summary>What is added to W, [out, in]. Called without gradients, in a scope of its own.</summary>
    public abstract Tensor Delta(LowRankMatrices matrices);

    /// <summary>Drops what is kept from one call to the next: a tensor of the adapter or of its layer may have changed.</summary>
    public abstract void Forget();

    public abstract void Dispose();
}
