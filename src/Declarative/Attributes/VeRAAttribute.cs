namespace Declarative;

/// <summary>
/// Vector-based random matrix adaptation: a layer of weight W computes with <c>W + diag(b)·B·diag(d)·A</c>, where A [rank, in]
/// and B [out, rank] are random, frozen and the same for every layer of the model: each takes A's first columns and B's first
/// rows. Only d [rank] and b [out] are trained; b starts at zero. Linear layers only.
/// (Kopiczko et al., "VeRA: Vector-based Random Matrix Adaptation", 2023.)
/// </summary>
public sealed class VeRAAttribute : AdapterAttribute
{
    /// <summary>The rank r, at least 1, and above a layer's sides where that is wanted: each one more is one number per layer. Default: 256.</summary>
    public int Rank { get; set; } = 256;

    /// <summary>
    /// What A and B are made from. Attributes of one seed and rank share one pair. Any number; the lowest 32 bits count. Default: 0.
    /// </summary>
    public long SharedSeed { get; set; }

    /// <summary>What every element of d starts at: a finite number but zero. Default: 0.1.</summary>
    public double DInitial { get; set; } = 0.1;

    /// <summary>The probability, from 0 to below 1, with which an element of the adapter's input is zeroed while training. Default: 0.</summary>
    public double Dropout { get; set; }

    /// <summary>Which biases of the model are trained along. Default: none.</summary>
    public TrainedBias Bias { get; set; }

    /// <summary>Whether a checkpoint has A and B in it; without them it is smaller, and reading it makes them again from the seed. Default: yes.</summary>
    public bool SaveProjection { get; set; } = true;
}
