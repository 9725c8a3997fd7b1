namespace Declarative;

/// <summary>
/// (IA)³, infused adapter by inhibiting and amplifying inner activations: one trained vector l scales a layer's outputs,
/// <c>y = (x·Wᵀ + b) ∘ l</c> with l [out, 1], or, in a feed-forward layer, its inputs, <c>y = (x ∘ l)·Wᵀ + b</c> with l
/// [1, in]. l starts at 1, so that the model starts unchanged. (Liu et al., "Few-Shot Parameter-Efficient Fine-Tuning is
/// Better and Cheaper than In-Context Learning", 2022.)
/// </summary>
public sealed class IA3Attribute : AdapterAttribute
{
    /// <summary>
    /// Which of the targets are feed-forward layers, in the form of <see cref="AdapterAttribute.Targets"/>: their inputs are
    /// scaled, not their outputs. Empty, the default, for none. The paper scales the outputs of the key and value projections
    /// and the inputs of the second feed-forward layer.
    /// </summary>
    public string FeedForward { get; set; } = "";
}
