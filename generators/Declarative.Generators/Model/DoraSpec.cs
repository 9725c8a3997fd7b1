namespace Declarative.Generators.Model;

/// <summary>The values of a <c>[DoRA]</c>.</summary>
internal sealed record DoraSpec : LowRankSpec
{
    public override string Method => "DoRA";

    public override bool Decomposes => true;

    // LoRA's factors and one magnitude for each output.
    public override Size CountParameters(LayerKind kind, LayerShape shape) =>
        Formula.Sum(base.CountParameters(kind, shape), shape.Out);
}
