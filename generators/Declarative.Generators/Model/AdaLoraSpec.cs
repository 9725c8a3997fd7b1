namespace Declarative.Generators.Model;

/// <summary>The values of an <c>[AdaLora]</c>.</summary>
internal sealed record AdaLoraSpec : MethodSpec
{
    private const double RankOffset = 1e-5;

    public override string Method => "AdaLora";

    public override string RankProperty => "InitialRank";

    /// <summary>The rank at the start, the largest that a layer has.</summary>
    public override int Rank { get; init; } = 12;

    public int TargetRank { get; init; } = 8;

    public double Alpha { get; init; } = 8;

    public double Dropout { get; init; }

    public int InitialSteps { get; init; }

    public int FinalSteps { get; init; }

    public int Interval { get; init; } = 1;

    public double Beta1 { get; init; } = 0.85;

    public double Beta2 { get; init; } = 0.85;

    public double OrthogonalityWeight { get; init; } = 0.5;

    public int TotalSteps { get; init; }

    public double Scaling => Alpha / (Rank + RankOffset);

    public override bool TrainsLayerBias => false;

    public override bool Adapts(LayerKind kind) => kind is LayerKind.Linear or LayerKind.LinearLike or LayerKind.Dynamic;

    // A is [r, in], B is [out, r], E is [r, 1].
    public override Size CountParameters(LayerKind kind, LayerShape shape) =>
        Formula.Product(Size.Of(Rank), Formula.Sum(Formula.Sum(shape.In, shape.Out), Size.Of(1)));
}
