using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The negative log likelihood of log probabilities and class indices.</summary>
public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Creates a loss.</summary>
    /// <param name="weight">The weight of each class, or null.</param>
    /// <param name="reduction">How the elements' losses are joined.</param>
    public NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) : base(weight, reduction)
    {
    }

    /// <summary>Computes the loss.</summary>
    /// <param name="input">The log probabilities, [N, C] or [N, C, …].</param>
    /// <param name="target">The classes, [N] or [N, …].</param>
    public override Tensor forward(Tensor input, Tensor target) => functional.nll_loss(input, target, weight, reduction);
}
