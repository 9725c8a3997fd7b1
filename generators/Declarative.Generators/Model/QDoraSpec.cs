namespace Declarative.Generators.Model;

/// <summary>The values of a <c>[QDoRA]</c>.</summary>
internal sealed record QDoraSpec : QuantizedSpec
{
    public override string Method => "QDoRA";

    public override bool Decomposes => true;

    // LoRA's factors and one magnitude for each output.
    public override Size CountParameters(LayerKind kind, LayerShape shape) =>
        Formula.Sum(base.CountParameters(kind, shape), shape.Out);
}
