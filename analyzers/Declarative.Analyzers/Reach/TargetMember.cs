using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Reach;

/// <summary>A field, property or primary constructor's parameter that holds targets of an adapter attribute.</summary>
/// <param name="layer">The first of its targets.</param>
/// <param name="attributeName">The attribute that claims the layer: <c>Lora</c>.</param>
/// <param name="types">The types of the library and of TorchSharp.</param>
internal sealed class TargetMember(ParsedLayer layer, string attributeName, KnownTypes types)
{
    private readonly List<(LayerKind Kind, ITypeSymbol Type)> layers = [(layer.Kind, layer.Type)];

    public ISymbol Symbol { get; } = layer.Member.Symbol.OriginalDefinition;

    public string AttributeName { get; } = attributeName;

    /// <summary>Whether the member is a list, dictionary or Sequential of targets and not a target itself.</summary>
    public bool HoldsElements { get; } = layer.LocalTemplate != layer.Member.RegisteredName;

    /// <summary>Whether the member is a layer that surely has no bias, wherever its class is used.</summary>
    public bool HasNoBias { get; private set; } = layer is { HasNoBias: true, IsElement: false };

    /// <summary>Whether the member is declared as a type of TorchSharp's, so that an interceptor can name it.</summary>
    public bool IsOfTorch { get; } = types.IsTorch(layer.Member.Type);

    /// <summary>Whether code that was read so far may call what it holds.</summary>
    public bool MayBeCalled { get; private set; }

    /// <summary>How a message calls it.</summary>
    public string Name => Symbol.Name;

    /// <summary>Notes that code may call what it holds; bodies are read side by side, and each says the same.</summary>
    public void NoteCall() => MayBeCalled = true;

    /// <summary>The same member, reached in another way or with another target in it.</summary>
    public void Add(ParsedLayer other)
    {
        HasNoBias &= other.HasNoBias;
        layers.Add((other.Kind, other.Type));
    }

    /// <summary>Whether a target of the member can be of a type that a pattern asks for.</summary>
    public bool CanBe(ITypeSymbol type, TorchTypes torch) =>
        type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter
        || Derives(torch.TensorModule, type)
        || layers.Any(l => l.Kind is LayerKind.LinearLike or LayerKind.Dynamic
            ? Derives(l.Type, type) || Derives(type, l.Type) || l.Type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter
            : torch.KindOf(type) == l.Kind);

    private static bool Derives(ITypeSymbol type, ITypeSymbol from)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, from.OriginalDefinition))
                return true;
        }
        return false;
    }
}
