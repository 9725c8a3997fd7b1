namespace Declarative;

/// <summary>What the attributes of low-rank methods have in common: the update <c>s·B·A</c>, with A [rank, in] and B [out, rank].</summary>
public abstract class LowRankAttribute : AdapterAttribute
{
    private protected LowRankAttribute()
    {
    }

    /// <summary>The rank r of the update, at least 1. Default: 8.</summary>
    public int Rank { get; set; } = 8;

    /// <summary>The numerator of the scaling. Default: 8.</summary>
    public double Alpha { get; set; } = 8;

    /// <summary>The probability, from 0 to below 1, with which an element of the adapter's input is zeroed while training. Default: 0.</summary>
    public double Dropout { get; set; }

    /// <summary>Which biases of the model are trained along. Default: none.</summary>
    public TrainedBias Bias { get; set; }

    /// <summary>Scale by alpha / √rank instead of alpha / rank. (Kalajdzievski, "A Rank Stabilization Scaling Factor", 2023.)</summary>
    public bool RankStabilized { get; set; }

    /// <summary>How A and B start. Default: Kaiming-uniform A and zero B.</summary>
    public LoraInit Init { get; set; }

    /// <summary>
    /// The learning rate of B divided by that of A, above 0, for optimizers made by <see cref="AdapterSet.AdamW"/>. Default: 1;
    /// LoRA+ is a ratio well above 1, such as 16. (Hayou et al., "LoRA+: Efficient Low Rank Adaptation of Large Models", 2024.)
    /// </summary>
    public double LearningRateRatio { get; set; } = 1;

    /// <summary>
    /// Train B alone and leave A as it starts: a linear layer then keeps no input for the backward pass. Default: no.
    /// (Zhang et al., "LoRA-FA: Memory-efficient Low-rank Adaptation for Large Language Models Fine-tuning", 2023.)
    /// </summary>
    public bool FreezeA { get; set; }

    /// <summary>
    /// Beside <see cref="FreezeA"/>: <see cref="AdapterSet.Step"/> gives the optimizer the gradient of B times (A·Aᵀ)⁻¹ / s², so that a step
    /// moves the weight along its own gradient as far as A allows, whatever the sizes of A and s. Hugging Face PEFT's LoRA-FA
    /// optimizer has that. Default: no.
    /// </summary>
    public bool ProjectGradient { get; set; }
}
