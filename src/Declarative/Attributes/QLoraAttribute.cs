namespace Declarative;

/// <summary>
/// LoRA on a frozen weight that is stored in four or eight bits an element: the layer computes with <c>Q + s·B·A</c>, where
/// Q is the weight as its codes have it, unpacked block by block in each pass. On <c>Linear</c> layers. (Dettmers et al.,
/// "QLoRA: Efficient Finetuning of Quantized LLMs", 2023.)
/// </summary>
/// <remarks>
/// Quantising loses digits for good: disabled or detached, a layer has the weight that its codes stand for, not the one it had.
/// </remarks>
public sealed class QLoraAttribute : QuantizedAttribute;
