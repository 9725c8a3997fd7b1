namespace Declarative;

/// <summary>A layer's weight and the factors of its update as matrices with a row for each output.</summary>
/// <param name="Weight">W, [out, in].</param>
/// <param name="A">A, [r, in].</param>
/// <param name="B">B, [out, r].</param>
internal readonly record struct LowRankMatrices(Tensor Weight, Tensor A, Tensor B);
