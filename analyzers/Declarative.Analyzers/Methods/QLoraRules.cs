namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of QLoRA.</summary>
internal sealed class QLoraRules : LoraRules
{
    public override string Method => "QLora";
}
