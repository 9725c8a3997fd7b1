namespace Declarative.Generators.Model;

/// <summary>The values of a <c>[Lora]</c>.</summary>
internal sealed record LoraSpec : LowRankSpec
{
    public override string Method => "Lora";
}
