using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// In-place operators over lists of tensors: one call each for all parameters of an optimizer, and on CUDA one kernel.
/// </summary>
internal static class ForeachOperators
{
    private static readonly Op MultiplyOp = new("_foreach_mul_", "Scalar");
    private static readonly Op AddListOp = new("_foreach_add_", "List");
    private static readonly Op AddOp = new("_foreach_add_", "Scalar");
    private static readonly Op DivideOp = new("_foreach_div_", "Scalar");
    private static readonly Op AddProductOp = new("_foreach_addcmul_", "Scalar");
    private static readonly Op AddQuotientOp = new("_foreach_addcdiv_", "Scalar");
    private static readonly Op SquareRootOp = new("_foreach_sqrt");
    private static readonly Op MaximumOp = new("maximum", "out");

    /// <summary>self *= factor.</summary>
    internal static void MultiplyInPlace(Tensor[] self, double factor) => MultiplyOp.Do(Arg.List(self), factor);

    /// <summary>self /= divisor.</summary>
    internal static void DivideInPlace(Tensor[] self, double divisor) => DivideOp.Do(Arg.List(self), divisor);

    /// <summary>self += value.</summary>
    internal static void AddInPlace(Tensor[] self, double value) => AddOp.Do(Arg.List(self), value);

    /// <summary>self += factor · other.</summary>
    internal static void AddInPlace(Tensor[] self, Tensor[] other, double factor) =>
        AddListOp.Do(Arg.List(self), Arg.List(other), factor);

    /// <summary>self += factor · left · right.</summary>
    internal static void AddProductInPlace(Tensor[] self, Tensor[] left, Tensor[] right, double factor) =>
        AddProductOp.Do(Arg.List(self), Arg.List(left), Arg.List(right), factor);

    /// <summary>self += factor · left / right.</summary>
    internal static void AddQuotientInPlace(Tensor[] self, Tensor[] left, Tensor[] right, double factor) =>
        AddQuotientOp.Do(Arg.List(self), Arg.List(left), Arg.List(right), factor);

    /// <summary>self = max(self, other).</summary>
    internal static void MaximumInPlace(Tensor[] self, Tensor[] other)
    {
        for (var i = 0; i < self.Length; i++) MaximumOp.Do(self[i], other[i], self[i]);
    }

    /// <summary>The square roots, as new tensors.</summary>
    internal static Tensor[] SquareRoots(Tensor[] tensors) => SquareRootOp.CallList(Arg.List(tensors));
}
