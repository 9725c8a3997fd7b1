using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Reach;

/// <summary>A field, property or primary constructor's parameter that holds targets of an adapter attribute.</summary>
/// <param name="symbol">The member, in its original definition.</param>
/// <param name="attributeName">The attribute that claims the layer: <c>Lora</c>.</param>
/// <param name="holdsElements">Whether the member is a list, dictionary or Sequential of targets and not a target itself.</param>
internal sealed class TargetMember(ISymbol symbol, string attributeName, bool holdsElements)
{
    public ISymbol Symbol { get; } = symbol;

    public string AttributeName { get; } = attributeName;

    public bool HoldsElements { get; } = holdsElements;

    /// <summary>Whether code that was read so far may call what it holds.</summary>
    public bool MayBeCalled { get; private set; }

    /// <summary>How a message calls it.</summary>
    public string Name => Symbol.Name;

    /// <summary>Notes that code may call what it holds; bodies are read side by side, and each says the same.</summary>
    public void NoteCall() => MayBeCalled = true;
}
