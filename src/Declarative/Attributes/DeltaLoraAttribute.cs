namespace Declarative;

/// <summary>
/// LoRA whose learning reaches the base weight too: a layer computes with <c>W + s·B·A</c>, A and B are trained, and each
/// <see cref="AdapterSet.Step"/> adds <c>λ·s·(B₁·A₁ − B₀·A₀)</c> to W, where A₀, B₀ and A₁, B₁ are the factors before and
/// after it. There is no dropout: it would tear the gradients of W and of B·A apart.
/// (Zi et al., "Delta-LoRA: Fine-Tuning High-Rank Parameters with the Delta of Low-Rank Matrices", 2023.)
/// </summary>
public sealed class DeltaLoraAttribute : AdapterAttribute
{
    /// <inheritdoc cref="LowRankAttribute.Rank"/>
    public int Rank { get; set; } = 8;

    /// <inheritdoc cref="LowRankAttribute.Alpha"/>
    public double Alpha { get; set; } = 8;

    /// <inheritdoc cref="LowRankAttribute.RankStabilized"/>
    public bool RankStabilized { get; set; }

    /// <inheritdoc cref="LowRankAttribute.Bias"/>
    public TrainedBias Bias { get; set; }

    /// <summary>The factor λ of what W takes over, at least 0. Default: 2.</summary>
    public double Lambda { get; set; } = 2;

    /// <summary>The first step, counted from 0, that changes W. Default: 0.</summary>
    public int StartStep { get; set; }
}
