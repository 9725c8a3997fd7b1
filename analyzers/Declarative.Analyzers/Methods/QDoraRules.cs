namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of QDoRA.</summary>
internal sealed class QDoraRules : QLoraRules
{
    public override string Method => "QDoRA";
}
