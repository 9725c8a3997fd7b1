namespace Declarative.Generators.Model;

/// <summary>The values of a <c>[QLora]</c>.</summary>
internal sealed record QLoraSpec : LowRankSpec
{
    public override string Method => "QLora";

    public string Type { get; init; } = "NF4";

    public int BlockSize { get; init; } = 64;

    public bool DoubleQuantization { get; init; } = true;

    public override bool Adapts(LayerKind kind) => kind is LayerKind.Linear or LayerKind.Dynamic;
}
