namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>Compares what LoHa and LoKr have in common.</summary>
internal sealed class LohaComparison : DeltaComparison
{
    public override string PeftType => "LOHA";
}
