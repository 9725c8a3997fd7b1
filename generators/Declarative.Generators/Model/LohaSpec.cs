namespace Declarative.Generators.Model;

/// <summary>The values of a <c>[LoHa]</c>.</summary>
internal sealed record LohaSpec : DeltaSpec
{
    public override string Method => "LoHa";

    // Two pairs of factors; in the Tucker form each with a core [r, r, kernel].
    public override Size CountParameters(LayerKind kind, LayerShape shape)
    {
        var (rank, inputs) = (Size.Of(Rank), Formula.Quotient(shape.In, shape.Groups));
        var pair = IsTucker(kind, shape) == false || shape.KernelArea.Value == 1
            ? Formula.Product(rank, Formula.Sum(shape.Out, Formula.Product(inputs, shape.KernelArea)))
            : Formula.Sum(Formula.Product(rank, Formula.Sum(shape.Out, inputs)), Formula.Product(Size.Of((long)Rank * Rank), shape.KernelArea));
        return Formula.Product(Size.Of(2), pair);
    }
}
