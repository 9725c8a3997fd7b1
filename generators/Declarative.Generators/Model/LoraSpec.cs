namespace Declarative.Generators.Model;

/// <summary>The values of a <c>[Lora]</c>.</summary>
internal sealed record LoraSpec(
    int Rank = 8,
    double Alpha = 8,
    double Dropout = 0,
    string Bias = "None",
    bool RankStabilized = false,
    string Init = "KaimingUniform") : MethodSpec
{
    public override string Method => "Lora";

    public override int Rank { get; init; } = Rank;

    public double Scaling => RankStabilized ? Alpha / Math.Sqrt(Rank) : Alpha / Rank;

    public override bool Adapts(LayerKind kind) => kind != LayerKind.Other;

    // A is [r, in·kernel], B is [out, r].
    public override Size CountParameters(LayerKind kind, LayerShape shape) =>
        Formula.Product(Size.Of(Rank), Formula.Sum(Formula.Product(shape.In, shape.Kernel ?? Size.Of(1)), shape.Out));
}
