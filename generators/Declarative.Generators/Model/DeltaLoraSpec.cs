namespace Declarative.Generators.Model;

/// <summary>The values of a <c>[DeltaLora]</c>: LoRA's, and what the weight takes over.</summary>
internal sealed record DeltaLoraSpec : LowRankSpec
{
    public override string Method => "DeltaLora";

    public double Lambda { get; init; } = 2;

    public int StartStep { get; init; }
}
