using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The squared difference.</summary>
public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Creates a loss.</summary>
    /// <param name="reduction">How the elements' losses are joined.</param>
    public MSELoss(Reduction reduction = Reduction.Mean) : base(reduction)
    {
    }

    /// <summary>Computes the loss.</summary>
    /// <param name="input">The prediction.</param>
    /// <param name="target">The target, of the same shape.</param>
    public override Tensor forward(Tensor input, Tensor target) => functional.mse_loss(input, target, reduction);
}
