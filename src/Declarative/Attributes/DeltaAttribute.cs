namespace Declarative;

/// <summary>
/// What the attributes have in common whose update ΔW has the shape of the layer's weight and is made of few numbers anew at
/// each call: <c>y = x·(W + ΔW)ᵀ + b</c>.
/// </summary>
public abstract class DeltaAttribute : AdapterAttribute
{
    private protected DeltaAttribute()
    {
    }

    /// <summary>The rank r of the update's factors, at least 1. Default: 8.</summary>
    public int Rank { get; set; } = 8;

    /// <summary>The numerator of the scaling s = alpha / rank. Default: 8.</summary>
    public double Alpha { get; set; } = 8;

    /// <summary>
    /// Whether a convolution with a kernel larger than 1 has a core of its own for the kernel (Tucker form), which takes fewer
    /// parameters than the flattened kernel. Default: no.
    /// </summary>
    public bool UseEffectiveConv2d { get; set; }
}
