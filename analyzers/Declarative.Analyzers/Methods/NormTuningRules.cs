using Declarative.Analyzers.Use.Checkpoints;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of norm tuning.</summary>
internal sealed class NormTuningRules : InPlaceRules
{
    public override string Method => "NormTuning";

    public override MethodComparison? Comparison { get; } = new InPlaceComparison("LN_TUNING");
}
