using Declarative.Analyzers.Use.Checkpoints;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of BitFit.</summary>
internal sealed class BitFitRules : InPlaceRules
{
    public override string Method => "BitFit";

    public override MethodComparison? Comparison { get; } = new InPlaceComparison("BITFIT");
}
