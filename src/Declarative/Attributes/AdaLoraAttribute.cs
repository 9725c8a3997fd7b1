namespace Declarative;

/// <summary>
/// Adaptive low-rank adaptation: a layer of weight W computes with <c>W + s·B·(A∘E)</c>, where A is [rank, in], E [rank, 1],
/// B [out, rank] and s = alpha / (<see cref="InitialRank"/> + 1e-5). While <see cref="AdapterSet.Step"/> is called, the
/// least important directions of all layers together are pruned until <see cref="TargetRank"/> is left on average.
/// (Zhang et al., "AdaLoRA: Adaptive Budget Allocation for Parameter-Efficient Fine-Tuning", 2023.)
/// </summary>
public sealed class AdaLoraAttribute : AdapterAttribute
{
    /// <summary>The rank of every layer at the start, at least 1. Default: 12.</summary>
    public int InitialRank { get; set; } = 12;

    /// <summary>The average rank of a layer at the end, from 1 to <see cref="InitialRank"/>. Default: 8.</summary>
    public int TargetRank { get; set; } = 8;

    /// <summary>The numerator of the scaling. Default: 8.</summary>
    public double Alpha { get; set; } = 8;

    /// <summary>The probability, from 0 to below 1, with which an element of the adapter's input is zeroed while training. Default: 0.</summary>
    public double Dropout { get; set; }

    /// <summary>The steps before pruning begins, PEFT's <c>tinit</c>. Default: 0.</summary>
    public int InitialSteps { get; set; }

    /// <summary>The steps after the final allocation, with the ranks fixed, PEFT's <c>tfinal</c>. Default: 0.</summary>
    public int FinalSteps { get; set; }

    /// <summary>The steps from one allocation to the next, at least 1, PEFT's <c>deltaT</c>. Default: 1.</summary>
    public int Interval { get; set; } = 1;

    /// <summary>The decay of the mean of sensitivities, between 0 and 1. Default: 0.85.</summary>
    public double Beta1 { get; set; } = 0.85;

    /// <summary>The decay of the mean of their uncertainties, between 0 and 1. Default: 0.85.</summary>
    public double Beta2 { get; set; } = 0.85;

    /// <summary>The weight of the orthogonality loss in <see cref="AdapterSet.Penalty"/>, at least 0. Default: 0.5.</summary>
    public double OrthogonalityWeight { get; set; } = 0.5;

    /// <summary>The steps of the whole training, more than <see cref="InitialSteps"/> and <see cref="FinalSteps"/> together. To be set.</summary>
    public int TotalSteps { get; set; }
}
