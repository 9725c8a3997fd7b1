namespace Declarative.Generators.Model;

/// <summary>The values of a <c>[BitFit]</c>.</summary>
internal sealed record BitFitSpec : InPlaceSpec
{
    public override string Method => "BitFit";

    public override bool Adapts(LayerKind kind) => kind is not (LayerKind.Other or LayerKind.Embedding);

    public override bool Adapts(LayerKind kind, LayerShape? shape) => Adapts(kind) && shape?.HasBias != false;

    // TorchSharp has more layers with a bias than there are kinds.
    public override bool MayAdapt(LayerKind kind, LayerShape? shape) =>
        kind == LayerKind.Other || Adapts(kind, shape);

    public override Size CountParameters(LayerKind kind, LayerShape shape) => shape.Out;
}
