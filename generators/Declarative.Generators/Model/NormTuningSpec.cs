namespace Declarative.Generators.Model;

/// <summary>The values of a <c>[NormTuning]</c>.</summary>
internal sealed record NormTuningSpec : InPlaceSpec
{
    public override string Method => "NormTuning";

    public override bool Adapts(LayerKind kind) => kind == LayerKind.Norm;

    // One without scale and shift has the size 0.
    public override bool Adapts(LayerKind kind, LayerShape? shape) => Adapts(kind) && shape?.Out.Value != 0;

    public override bool MayAdapt(LayerKind kind, LayerShape? shape) => kind == LayerKind.Dynamic || Adapts(kind, shape);

    public override Size CountParameters(LayerKind kind, LayerShape shape) => shape.Parameters;
}
