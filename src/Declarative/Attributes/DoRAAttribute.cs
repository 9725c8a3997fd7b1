namespace Declarative;

/// <summary>
/// Weight-decomposed low-rank adaptation: a layer of weight W computes with <c>m·V / ‖V‖</c>, where V = W + s·B·A is the
/// direction, ‖V‖ [out] the length of each of its rows, and m [out] the magnitude, which starts as that length. A, B and m
/// are trained, and ‖V‖ is a constant in the backward pass. (Liu et al., "DoRA: Weight-Decomposed Low-Rank Adaptation", 2024.)
/// </summary>
public sealed class DoRAAttribute : LowRankAttribute;
