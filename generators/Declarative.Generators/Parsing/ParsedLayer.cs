using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>One layer, or all layers of one list, that an annotated class reaches.</summary>
internal sealed class ParsedLayer
{
    /// <summary>
    /// The registered path from the annotated class, with <c>#</c> for a list's index and <c>*</c> for a key that only a
    /// run knows: <c>blocks.#.attn.q_proj</c>.
    /// </summary>
    public required string Template { get; init; }

    /// <summary>The part of <see cref="Template"/> that is the owning module; empty for the annotated class itself.</summary>
    public required string OwnerTemplate { get; init; }

    /// <summary>The rest of <see cref="Template"/>: <c>q_proj</c>, <c>net.fc1</c>, <c>heads.#</c>.</summary>
    public string LocalTemplate => OwnerTemplate.Length == 0 ? Template : Template.Substring(OwnerTemplate.Length + 1);

    /// <summary>The class whose member holds the layer, directly or in a container.</summary>
    public required INamedTypeSymbol Owner { get; init; }

    /// <summary>The field, property or captured parameter that holds it.</summary>
    public required ParsedMember Member { get; init; }

    public required LayerKind Kind { get; init; }

    /// <summary>The static type of the layer.</summary>
    public required ITypeSymbol Type { get; init; }

    /// <summary>The type that the source makes it of; <see cref="Type"/> where it shows none, or several.</summary>
    public required ITypeSymbol MadeType { get; init; }

    /// <summary>Whether a layer of <see cref="Kind"/> is surely there.</summary>
    public required bool IsCertain { get; init; }

    /// <summary>Where the layer is made; null where the source does not show it.</summary>
    public SyntaxNode? Creation { get; init; }

    public LayerShape? Shape { get; init; }

    /// <summary>Whether it surely has no bias, whatever other code does.</summary>
    public bool HasNoBias => Shape?.HasBias == false && (IsElement || Member.IsClosed);

    /// <summary>How many layers this is.</summary>
    public required Size Count { get; init; }

    /// <summary>Whether <c>all-linear</c> means it, as far as its kind goes.</summary>
    public bool IsLinear => Kind is LayerKind.Linear or LayerKind.LinearLike or LayerKind.Dynamic;

    /// <summary>Whether it lies in a container of its owner and not in a member directly.</summary>
    public bool IsElement => !SymbolEqualityComparer.Default.Equals(Type, Member.Type);
}
