using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>What an annotated class reaches.</summary>
/// <param name="layers">Every layer, whatever its kind.</param>
/// <param name="classes">The module classes of the compilation on the way, the annotated one first.</param>
internal sealed class ParsedReach(ImmutableArray<ParsedLayer> layers, ImmutableArray<INamedTypeSymbol> classes)
{
    public ImmutableArray<ParsedLayer> Layers { get; } = layers;

    public ImmutableArray<INamedTypeSymbol> Classes { get; } = classes;
}
