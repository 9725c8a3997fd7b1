using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>The adapter methods that the generator knows.</summary>
internal static class MethodParsers
{
    public static IReadOnlyList<IMethodParser> All { get; } = [new LoraParser()];

    /// <summary>The method whose attribute this is; null for other attributes.</summary>
    public static IMethodParser? Of(AttributeData attribute) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "Declarative", ContainingNamespace.IsGlobalNamespace: true } } type
            ? All.FirstOrDefault(m => m.AttributeName == "Declarative." + type.Name)
            : null;
}
