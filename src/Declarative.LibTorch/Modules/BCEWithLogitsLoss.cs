using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The binary cross entropy of logits.</summary>
public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Creates a loss.</summary>
    /// <param name="weight">The weight of each element, or null.</param>
    /// <param name="reduction">How the elements' losses are joined.</param>
    /// <param name="pos_weights">The weight of positive targets, or null.</param>
    public BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
        : base(weight, reduction) => this.pos_weights = pos_weights;

    /// <summary>The weight of positive targets, or null.</summary>
    public Tensor? pos_weights { get; }

    /// <summary>Computes the loss.</summary>
    /// <param name="input">The logits.</param>
    /// <param name="target">The targets, of the same shape.</param>
    public override Tensor forward(Tensor input, Tensor target) =>
        functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
}
