using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss of two inputs with weights.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <summary>Creates a loss.</summary>
    /// <param name="weight">The weights, or null.</param>
    /// <param name="reduction">How the elements' losses are joined.</param>
    public WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.weight = weight;

    /// <summary>The weights, or null.</summary>
    public Tensor? weight { get; }
}
