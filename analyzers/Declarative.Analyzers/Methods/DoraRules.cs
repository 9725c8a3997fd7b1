namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of DoRA.</summary>
internal sealed class DoraRules : LoraRules
{
    public override string Method => "DoRA";
}
