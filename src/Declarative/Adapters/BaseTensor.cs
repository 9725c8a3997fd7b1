namespace Declarative;

/// <summary>
/// A tensor of the base model that adapters may change, with the copies that give back what it was, to the bit. Looked up
/// by name at each use, since <c>.to()</c> replaces a module's parameters.
/// </summary>
/// <remarks>Holds one copy of the tensor while it differs from the original, and one more while changes are suspended.</remarks>
internal class BaseTensor(nn.Module owner, string name) : IDisposable
{
    public const string WeightName = "weight";
    public const string BiasName = "bias";

    private Tensor? original;
    private Tensor? unmerged;
    private Tensor? suspended;

    public virtual bool IsMerged => unmerged is not null;

    /// <summary>The values without any adapter's change.</summary>
    public virtual Tensor Original => original ?? unmerged ?? Current;

    /// <summary>The tensor's name in its module.</summary>
    public string Name => name;

    /// <summary>The tensor, or <see langword="null"/> where the module has none of that name or it is disposed.</summary>
    public Tensor? Find() => Find(owner, name);

    public Tensor Current => Find()
        ?? throw new ObjectDisposedException(owner.GetName(), $"The {name} of this {owner.GetType().Name} is gone; was it disposed?");

    public static Tensor? Find(nn.Module owner, string name)
    {
        // An Embedding over a table of the caller's registers another parameter than the one it reads (TorchSharp 0.107).
        var tensor = owner is Embedding embedding && name == WeightName
            ? embedding.weight
            : owner.get_parameter(name) ?? owner.get_buffer(name);
        return tensor is null || tensor.IsInvalid ? null : tensor;
    }

    /// <summary>Looks at <see cref="Original"/>, which may be made for that alone.</summary>
    public virtual T ReadOriginal<T>(Func<Tensor, T> read) => read(Original);

    /// <summary>The weight of a module that multiplies by a matrix of floating-point numbers; <see langword="null"/> where it has another.</summary>
    public static Tensor? FindMatrix(nn.Module owner) =>
        Find(owner, WeightName) is { } weight && weight.dim() == 2 && weight.is_floating_point() ? weight : null;

    /// <summary>Remembers the present values as the original ones, unless that was done before.</summary>
    public void KeepOriginal() => original ??= Copy();

    /// <summary>Replaces the values and remembers the original ones.</summary>
    public void Replace(Tensor values)
    {
        KeepOriginal();
        Write(values);
    }

    public virtual void Merge(Tensor delta)
    {
        unmerged = Copy();
        using var noGrad = no_grad();
        Current.add_(delta);
    }

    public virtual void Unmerge()
    {
        Write(unmerged!);
        Drop(ref unmerged);
    }

    /// <summary>Puts the original values back until <see cref="Resume"/>.</summary>
    public virtual void Suspend()
    {
        if ((original ?? unmerged) is not { } before)
            return;
        suspended = Copy();
        Write(before);
    }

    public virtual void Resume()
    {
        if (suspended is null)
            return;
        Write(suspended);
        Drop(ref suspended);
    }

    /// <summary>Puts the original values back for good; does nothing where the tensor is disposed.</summary>
    public virtual void Restore()
    {
        if ((original ?? unmerged) is { } before && suspended is null && Find() is not null)
            Write(before);
        Dispose();
    }

    public virtual void Dispose()
    {
        Drop(ref original);
        Drop(ref unmerged);
        Drop(ref suspended);
    }

    private static void Drop(ref Tensor? tensor)
    {
        tensor?.Dispose();
        tensor = null;
    }

    private Tensor Copy()
    {
        using var detached = Current.detach();
        return detached.clone().DetachFromDisposeScope();
    }

    private void Write(Tensor values)
    {
        using var noGrad = no_grad();
        Current.copy_(values);
    }
}
