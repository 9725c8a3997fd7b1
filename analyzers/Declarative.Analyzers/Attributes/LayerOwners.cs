using System.Collections.Immutable;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Attributes;

/// <summary>The class that an attribute on a class without layers was meant for.</summary>
internal static class LayerOwners
{
    /// <summary>The property of a diagnostic under which a code fix finds that class, by its documentation id.</summary>
    public const string Owner = nameof(Owner);

    /// <summary>
    /// The one class with layers that the annotated class holds, nests, or is the base of; null where there is none or
    /// more than one.
    /// </summary>
    public static INamedTypeSymbol? FindOne(AttributeContext context)
    {
        var host = context.Host.Type;
        var candidates = host.GetMembers().SelectMany(HeldTypes)
            .Concat(host.GetTypeMembers())
            .Concat(context.Hosts.Derived(host, context.Types))
            .Where(t => !SymbolEqualityComparer.Default.Equals(t, host) && HasLayers(t, context))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).Take(2).ToList();
        return candidates.Count == 1 ? candidates[0] : null;
    }

    /// <summary>What a code fix needs to find the class.</summary>
    public static ImmutableDictionary<string, string?> Properties(INamedTypeSymbol? owner) => owner is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(Owner, owner.GetDocumentationCommentId());

    // The type of a member, and what a list or an array of them holds.
    private static IEnumerable<INamedTypeSymbol> HeldTypes(ISymbol member)
    {
        var type = member switch
        {
            IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type switch
        {
            IArrayTypeSymbol { ElementType: INamedTypeSymbol element } => [element.OriginalDefinition],
            INamedTypeSymbol named => named.TypeArguments.OfType<INamedTypeSymbol>().Append(named).Select(static t => t.OriginalDefinition),
            _ => [],
        };
    }

    private static bool HasLayers(INamedTypeSymbol type, AttributeContext context) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Hosts.Compilation.Assembly)
        && context.Types.Torch.IsModule(type)
        && !HostParser.IsHost(type)
        && context.Hosts.Reach(type, context.CancellationToken).Layers.Any(l => context.Plan.Spec.Adapts(l.Kind));
}
