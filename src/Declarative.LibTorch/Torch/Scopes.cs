namespace TorchSharp;

/// <summary>Tensors, as PyTorch's <c>torch</c> module has them.</summary>
public static partial class torch
{
    /// <summary>The innermost open dispose scope of this thread.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.OfThread.Innermost;

    /// <summary>Opens a scope that owns the tensors made on this thread until it is disposed.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.OfThread.Open();

    /// <summary>Runs <paramref name="expr"/> in a dispose scope of its own; only its result outlives that.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        ArgumentNullException.ThrowIfNull(expr);
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}
