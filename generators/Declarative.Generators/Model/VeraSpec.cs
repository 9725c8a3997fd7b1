namespace Declarative.Generators.Model;

/// <summary>The values of a <c>[VeRA]</c>.</summary>
internal sealed record VeraSpec : MethodSpec
{
    public override string Method => "VeRA";

    public override int Rank { get; init; } = 256;

    public long SharedSeed { get; init; }

    public double DInitial { get; init; } = 0.1;

    public double Dropout { get; init; }

    public string Bias { get; init; } = "None";

    public bool SaveProjection { get; init; } = true;

    public override bool TrainsLayerBias => Bias is LowRankSpec.LayerBias or LowRankSpec.EveryBias;

    public override bool Adapts(LayerKind kind) => kind is LayerKind.Linear or LayerKind.LinearLike or LayerKind.Dynamic;

    // One vector of the rank and one of the outputs: the matrices are the model's, and not trained.
    public override Size CountParameters(LayerKind kind, LayerShape shape) => Formula.Sum(Size.Of(Rank), shape.Out);

    // The paper's own ranks are above the sides of its layers: each one more is a number more to train, not a matrix's row.
    public override long? LargestRank(LayerShape shape) => null;
}
