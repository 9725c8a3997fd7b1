namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>Compares what LoRA compares, under a type of its own.</summary>
internal sealed class DeltaLoraComparison : LoraComparison
{
    public override string PeftType => "DELTALORA";
}
