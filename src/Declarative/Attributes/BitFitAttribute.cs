namespace Declarative;

/// <summary>
/// Bias-term fine-tuning: of the whole model only the biases are trained, each parameter with <c>bias</c> in its name. No
/// adapter is made. (Ben Zaken et al., "BitFit: Simple Parameter-efficient Fine-tuning for Transformer-based Masked
/// Language-models", 2022.)
/// </summary>
public sealed class BitFitAttribute : InPlaceAttribute;
