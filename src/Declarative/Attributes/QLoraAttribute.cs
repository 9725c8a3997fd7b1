namespace Declarative;

/// <summary>
/// LoRA on a frozen weight that is stored in four or eight bits an element: the layer computes with <c>Q + s·B·A</c>, where
/// Q is the weight as its codes have it, unpacked block by block in each pass. On <c>Linear</c> layers. (Dettmers et al.,
/// "QLoRA: Efficient Finetuning of Quantized LLMs", 2023.)
/// </summary>
/// <remarks>
/// Quantising loses digits for good: disabled or detached, a layer has the weight that its codes stand for, not the one it had.
/// </remarks>
public sealed class QLoraAttribute : LowRankAttribute
{
    /// <summary>How an element is stored. Default: NF4.</summary>
    public QuantizationType Type { get; set; }

    /// <summary>How many elements share a scale, a power of two of at least 16. Default: 64.</summary>
    public int BlockSize { get; set; } = 64;

    /// <summary>Whether the scales are quantised too, to eight bits each. Default: yes.</summary>
    public bool DoubleQuantization { get; set; } = true;
}
