using Declarative.Analyzers.Use.Checkpoints;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of LoHa.</summary>
internal sealed class LohaRules : DeltaRules
{
    public override string Method => "LoHa";

    public override MethodComparison? Comparison { get; } = new LohaComparison();
}
