using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The cross entropy of logits and class indices or probabilities.</summary>
public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Creates a loss.</summary>
    /// <param name="weight">The weight of each class, or null.</param>
    /// <param name="ignore_index">The class index to leave out, or null for -100.</param>
    /// <param name="reduction">How the elements' losses are joined.</param>
    /// <param name="label_smoothing">How much of each target is spread over all classes.</param>
    public CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean,
        double label_smoothing = 0.0) : base(weight, reduction)
    {
        this.ignore_index = ignore_index;
        this.label_smoothing = label_smoothing;
    }

    /// <summary>The class index to leave out, or null for -100.</summary>
    public long? ignore_index { get; }

    /// <summary>How much of each target is spread over all classes.</summary>
    public double label_smoothing { get; }

    /// <summary>Computes the loss.</summary>
    /// <param name="input">The logits, [N, C] or [N, C, …].</param>
    /// <param name="target">The classes, [N] or [N, …], or probabilities of the input's shape.</param>
    public override Tensor forward(Tensor input, Tensor target) =>
        functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
}
