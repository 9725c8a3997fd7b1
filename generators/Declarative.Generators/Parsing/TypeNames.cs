using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing;

/// <summary>Names of types and members, as keys and as code.</summary>
internal static class TypeNames
{
    /// <summary>A name that is the same for every construction of a generic type.</summary>
    public static string Key(ITypeSymbol type) => type.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>A name of a field, property or captured parameter of a class.</summary>
    public static string MemberKey(ISymbol member) => $"{Key(member.ContainingType)}.{member.Name}";

    /// <summary>The class and the types around it, as declarations to re-open.</summary>
    public static HostType Describe(INamedTypeSymbol type) => new(
        type.ContainingNamespace is { IsGlobalNamespace: false } ns ? ns.ToDisplayString() : null,
        HostParser.ContainingTypes(type).Select(static t => new TypeHeader(
            t.IsRecord ? t.IsValueType ? "record struct" : "record" : t.TypeKind switch
            {
                TypeKind.Struct => "struct",
                TypeKind.Interface => "interface",
                _ => "class",
            },
            Names.Escape(t.Name),
            t.TypeParameters.Select(static p => p.Name).ToEquatableArray())).ToEquatableArray());
}
