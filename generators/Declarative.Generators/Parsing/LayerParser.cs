using System.Collections.Concurrent;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>Says what kind of layer a type is.</summary>
internal sealed class LayerParser(ModelSource source)
{
    private readonly ConcurrentDictionary<ITypeSymbol, ParsedWeight?> weights = new(SymbolEqualityComparer.Default);

    /// <summary>The kind of <paramref name="type"/>, and whether that is certain or rests on a weight that only a run knows.</summary>
    public (LayerKind Kind, bool IsCertain) KindOf(ITypeSymbol type)
    {
        var kind = source.Torch.KindOf(type);
        if (kind != LayerKind.Other)
            return (kind, kind != LayerKind.Dynamic);
        if (type is ITypeParameterSymbol)
            return source.Torch.IsTensorModule(type) ? (LayerKind.Dynamic, false) : (LayerKind.Other, true);
        return WeightOf(type) switch
        {
            null => (LayerKind.Other, true),
            { Sizes: null } => (LayerKind.LinearLike, false),
            { Sizes.Count: 1 } => (LayerKind.Norm, true),
            { Sizes.Count: 2 } => (LayerKind.LinearLike, true),
            _ => (LayerKind.Other, true),
        };
    }

    /// <summary>The weight of a layer class that is not TorchSharp's own; null for every other type.</summary>
    public ParsedWeight? WeightOf(ITypeSymbol type) => weights.GetOrAdd(
        type, t => !source.Torch.IsTorch(t) && source.Torch.IsTensorModule(t) ? new WeightParser(source).Parse(t) : null);
}
