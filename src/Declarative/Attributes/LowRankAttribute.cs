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
}
