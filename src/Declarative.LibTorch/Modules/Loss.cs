using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss of 2 inputs.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    /// <summary>Creates a loss.</summary>
    /// <param name="reduction">How the elements' losses are joined.</param>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(nameof(Loss<T1, T2, TResult>)) =>
        this.reduction = reduction;

    /// <summary>How the elements' losses are joined.</summary>
    public nn.Reduction reduction { get; }
}
