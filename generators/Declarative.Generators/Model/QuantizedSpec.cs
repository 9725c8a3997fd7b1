namespace Declarative.Generators.Model;

/// <summary>The values that <c>[QLora]</c> and <c>[QDoRA]</c> have in common.</summary>
internal abstract record QuantizedSpec : LowRankSpec
{
    public string Type { get; init; } = "NF4";

    public int BlockSize { get; init; } = 64;

    public bool DoubleQuantization { get; init; } = true;

    public override bool Adapts(LayerKind kind) => kind is LayerKind.Linear or LayerKind.Dynamic;
}
