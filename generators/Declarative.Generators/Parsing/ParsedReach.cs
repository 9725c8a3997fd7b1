using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>What an annotated class reaches.</summary>
/// <param name="layers">Every layer, whatever its kind.</param>
/// <param name="classes">The module classes of the compilation on the way, the annotated one first.</param>
/// <param name="places">Where each of them is, as often as it is somewhere.</param>
internal sealed class ParsedReach(
    ImmutableArray<ParsedLayer> layers, ImmutableArray<INamedTypeSymbol> classes, ImmutableArray<ParsedPlace> places)
{
    /// <summary>Nothing.</summary>
    public static ParsedReach None { get; } = new([], [], []);

    public ImmutableArray<ParsedLayer> Layers { get; } = layers;

    public ImmutableArray<INamedTypeSymbol> Classes { get; } = classes;

    public ImmutableArray<ParsedPlace> Places { get; } = places;
}

/// <summary>A module class, or all modules of one list, that an annotated class reaches.</summary>
/// <param name="Class">The class.</param>
/// <param name="Template">The registered path, as in <see cref="ParsedLayer.Template"/>; empty for the annotated class itself.</param>
/// <param name="IsCertain">Whether a module of the class is surely there.</param>
internal readonly record struct ParsedPlace(INamedTypeSymbol Class, string Template, bool IsCertain);
