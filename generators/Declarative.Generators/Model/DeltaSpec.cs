namespace Declarative.Generators.Model;

/// <summary>The values that <c>[LoHa]</c> and <c>[LoKr]</c> have in common.</summary>
internal abstract record DeltaSpec : MethodSpec
{
    public override int Rank { get; init; } = 8;

    public double Alpha { get; init; } = 8;

    public bool UseEffectiveConv2d { get; init; }

    public double Scaling => Alpha / Rank;

    public override bool TrainsLayerBias => false;

    public override bool Adapts(LayerKind kind) => kind is not (LayerKind.Other or LayerKind.Norm or LayerKind.Embedding);

    /// <summary>Whether the update of a layer has a core for the kernel; null where only a run knows its kernel.</summary>
    public bool? IsTucker(LayerKind kind, LayerShape? shape) =>
        !UseEffectiveConv2d || kind is not (LayerKind.Conv1d or LayerKind.Conv2d) ? false
        : shape is { KernelArea: { Value: { } area, FromDefaults: false } } ? area > 1
        : null;
}
