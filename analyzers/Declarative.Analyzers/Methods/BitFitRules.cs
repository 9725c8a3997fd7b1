namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of BitFit.</summary>
internal sealed class BitFitRules : InPlaceRules
{
    public override string Method => "BitFit";
}
