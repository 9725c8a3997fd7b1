using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes;

/// <summary>Writes an attribute as another class can have it.</summary>
internal static class MovedAttribute
{
    /// <summary>The attribute in its brackets; null where an argument means something else, or nothing, at its new place.</summary>
    public static string? Create(AttributeSyntax attribute, SemanticModel model, TypeDeclarationSyntax target)
    {
        var there = model.Compilation.GetSemanticModel(target.SyntaxTree);
        if (model.GetTypeInfo(attribute).Type is not { } type
            || attribute.ArgumentList?.Arguments.Any(a => !IsPortable(a.Expression, model, there, target)) == true)
        {
            return null;
        }
        var name = IsKnown(type, there, target)
            ? attribute.Name.ToString()
            : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return $"[{name}{attribute.ArgumentList}]";
    }

    // Literals, and constants that are named through a type which both places know by its name.
    private static bool IsPortable(ExpressionSyntax expression, SemanticModel here, SemanticModel there, TypeDeclarationSyntax target) =>
        expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().All(name => here.GetSymbolInfo(name).Symbol switch
        {
            INamedTypeSymbol type => IsKnown(type, there, target),
            IFieldSymbol => name.Parent is MemberAccessExpressionSyntax access && access.Name == name,
            _ => false,
        });

    private static bool IsKnown(ITypeSymbol type, SemanticModel there, TypeDeclarationSyntax target) =>
        there.LookupNamespacesAndTypes(target.SpanStart, name: type.Name).Contains(type, SymbolEqualityComparer.Default);
}
