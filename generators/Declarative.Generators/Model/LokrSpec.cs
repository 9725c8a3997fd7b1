using Declarative.Arithmetic;

namespace Declarative.Generators.Model;

/// <summary>The values of a <c>[LoKr]</c>.</summary>
internal sealed record LokrSpec : DeltaSpec
{
    public override string Method => "LoKr";

    public bool DecomposeBoth { get; init; }

    public int DecomposeFactor { get; init; } = KroneckerShape.Balanced;

    // A rank too large for the factors keeps them whole, which is asked for that way.
    public override long? LargestRank(LayerShape shape) => null;

    /// <summary>The factors of a layer's weight; null where only a run knows its sides.</summary>
    public KroneckerShape? FactorsOf(LayerShape shape) =>
        shape.Out.Value is > 0 and { } outputs && Formula.Quotient(shape.In, shape.Groups).Value is > 0 and { } inputs
            ? KroneckerShape.Of(outputs, inputs, Rank, DecomposeBoth, DecomposeFactor)
            : null;

    public override Size CountParameters(LayerKind kind, LayerShape shape)
    {
        if (FactorsOf(shape) is not { } factors)
            return Size.Written($"kron({shape.Out}, {Formula.Quotient(shape.In, shape.Groups)})");
        long rank = Rank;
        var isTucker = IsTucker(kind, shape) != false && shape.KernelArea.Value != 1;
        var first = Size.Of(factors.SplitsFirst ? rank * (factors.Out1 + factors.In1) : factors.Out1 * factors.In1, shape.FromDefaults);
        var second = !factors.SplitsSecond ? Formula.Product(Size.Of(factors.Out2 * factors.In2), shape.KernelArea)
            : isTucker ? Formula.Sum(Size.Of(rank * (factors.Out2 + factors.In2)), Formula.Product(Size.Of(rank * rank), shape.KernelArea))
            : Formula.Sum(Size.Of(rank * factors.Out2), Formula.Product(Size.Of(rank * factors.In2), shape.KernelArea));
        return Formula.Sum(first, second);
    }
}
