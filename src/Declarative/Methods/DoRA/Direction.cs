namespace Declarative;

/// <summary>What the direction V = W + s·B·A is made of.</summary>
/// <param name="Weight">W, [out, in].</param>
/// <param name="A">A, [r, in].</param>
/// <param name="B">B, [out, r].</param>
internal readonly record struct Direction(WeightRows Weight, Tensor A, Tensor B)
{
    /// <summary>The direction of a layer whose weight is there as a tensor.</summary>
    public static Direction Of(LowRankMatrices matrices) => new(new DenseRows(matrices.Weight), matrices.A, matrices.B);
}
