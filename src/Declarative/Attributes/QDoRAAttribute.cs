namespace Declarative;

/// <summary>
/// DoRA on a frozen weight that is stored in four or eight bits an element: a layer computes with <c>m·V / ‖V‖</c>, where
/// V = Q + s·B·A and Q is the weight as its codes have it. On <c>Linear</c> layers. (Liu et al., "DoRA: Weight-Decomposed Low-Rank
/// Adaptation", 2024, on Dettmers et al., "QLoRA: Efficient Finetuning of Quantized LLMs", 2023.)
/// </summary>
/// <remarks>
/// Quantising loses digits for good: disabled or detached, a layer has the weight that its codes stand for, not the one it had.
/// </remarks>
public sealed class QDoRAAttribute : QuantizedAttribute;
