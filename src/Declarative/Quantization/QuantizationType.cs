namespace Declarative;

/// <summary>How a frozen weight is stored.</summary>
public enum QuantizationType
{
    /// <summary>Four bits: the sixteen quantiles of a normal distribution. (Dettmers et al., "QLoRA", 2023.)</summary>
    NF4,

    /// <summary>Four bits: a sign, two bits of exponent, one of mantissa.</summary>
    FP4,

    /// <summary>Eight bits: whole numbers from −127 to 127 of equal steps.</summary>
    Int8,
}
