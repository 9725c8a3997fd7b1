namespace Declarative;

/// <summary>
/// Of the whole model only the normalisation layers are trained, their scales and shifts: <c>LayerNorm</c>, <c>GroupNorm</c>,
/// <c>BatchNorm</c>, <c>InstanceNorm</c>, and classes of one's own with a one-dimensional parameter <c>weight</c>, such as an RMS norm.
/// No adapter is made. (Zhao et al., "Tuning LayerNorm in Attention: Towards Efficient Multi-Modal LLM Finetuning", 2023.)
/// </summary>
public sealed class NormTuningAttribute : InPlaceAttribute;
