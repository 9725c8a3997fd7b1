using Declarative.Generators.Model;
using Declarative.Generators.Parsing;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Attributes;

/// <summary>
/// Layers that an annotated class inherits from classes in other assemblies: registered in it like its own, but called by
/// code that is compiled already.
/// </summary>
internal static class ForeignLayers
{
    /// <summary>The first such layer that an alternative means, with its class; null where there is none.</summary>
    public static ISymbol? Find(ParsedHost host, KnownTypes types, TargetAlternative alternative, TargetPattern exclude)
    {
        foreach (var (member, isLinear) in All(host, types))
        {
            if (alternative.CouldMatch(member.Name, isLinear) && !exclude.MustMatch(member.Name, isLinear))
                return member;
        }
        return null;
    }

    /// <summary>Whether there are any.</summary>
    public static bool HasAny(ParsedHost host, KnownTypes types) => All(host, types).Any();

    private static IEnumerable<(ISymbol Member, bool IsLinear)> All(ParsedHost host, KnownTypes types)
    {
        for (var type = host.Type.BaseType; type is not null && !types.IsTorch(type); type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, host.Type.ContainingAssembly))
                continue;
            foreach (var member in type.GetMembers())
            {
                if (KindOf(member, types) is { } kind and not (LayerKind.Other or LayerKind.Norm))
                    yield return (member, kind is LayerKind.Linear or LayerKind.Dynamic);
            }
        }
    }

    private static LayerKind? KindOf(ISymbol member, KnownTypes types) => member switch
    {
        { IsStatic: true } => null,
        IFieldSymbol { IsImplicitlyDeclared: false } field => types.Torch.KindOf(field.Type),
        IPropertySymbol { IsIndexer: false } property => types.Torch.KindOf(property.Type),
        _ => null,
    };
}
