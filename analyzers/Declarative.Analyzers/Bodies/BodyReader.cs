using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Bodies;

/// <summary>
/// Binds the bodies of one declaration, on demand. The actions that Roslyn has for bodies, and for the start of a symbol, make
/// it bind or follow those of the whole compilation, which is most of what an analyzer costs.
/// </summary>
internal static class BodyReader
{
    /// <summary>The bodies in a type's declaration, or a file's top-level statements; not those of the types inside it.</summary>
    public static IEnumerable<Body> In(SyntaxNode declaration, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var (owner, syntax) in Declared(declaration))
        {
            if (SymbolOf(owner, model, cancellationToken) is { } symbol && model.GetOperation(syntax, cancellationToken) is { } operation)
                yield return new Body(symbol, operation);
        }
    }

    /// <summary>The types that a file declares, nested ones too, and its top-level statements.</summary>
    public static IEnumerable<SyntaxNode> DeclarationsIn(SyntaxNode root)
    {
        if (root is CompilationUnitSyntax unit && unit.Members.Any(SyntaxKind.GlobalStatement))
            yield return unit;
        foreach (var node in root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (node is TypeDeclarationSyntax)
                yield return node;
        }
    }

    private static IEnumerable<(SyntaxNode Owner, SyntaxNode Body)> Declared(SyntaxNode declaration) => declaration switch
    {
        CompilationUnitSyntax unit => [(unit, unit)],
        TypeDeclarationSyntax type => type.Members.SelectMany(Declared).Concat(
            type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().Select(b => ((SyntaxNode)type, (SyntaxNode)b)) ?? []),
        _ => [],
    };

    private static IEnumerable<(SyntaxNode Owner, SyntaxNode Body)> Declared(MemberDeclarationSyntax member) => member switch
    {
        BaseMethodDeclarationSyntax method => [(method, method)],
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Where(static v => v.Initializer is not null).Select(static v => ((SyntaxNode)v, (SyntaxNode)v.Initializer!)),
        PropertyDeclarationSyntax property => Accessors(property)
            .Concat(property.ExpressionBody is { } body ? [(body, body)] : [])
            .Concat(property.Initializer is { } value ? [(property, value)] : []),
        IndexerDeclarationSyntax indexer => Accessors(indexer).Concat(indexer.ExpressionBody is { } body ? [(body, body)] : []),
        BasePropertyDeclarationSyntax other => Accessors(other),
        _ => [],
    };

    private static IEnumerable<(SyntaxNode Owner, SyntaxNode Body)> Accessors(BasePropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Where(static a => a.Body is not null || a.ExpressionBody is not null).Select(static a => ((SyntaxNode)a, (SyntaxNode)a)) ?? [];

    // A primary constructor is declared by its class, and the getter of `P => …` by nothing of its own.
    private static ISymbol? SymbolOf(SyntaxNode owner, SemanticModel model, CancellationToken cancellationToken) => owner switch
    {
        TypeDeclarationSyntax type => (model.GetDeclaredSymbol(type, cancellationToken) as INamedTypeSymbol)?.InstanceConstructors
            .FirstOrDefault(c => c.DeclaringSyntaxReferences.Any(r => r.GetSyntax(cancellationToken) == type)),
        ArrowExpressionClauseSyntax { Parent: { } property } => (model.GetDeclaredSymbol(property, cancellationToken) as IPropertySymbol)?.GetMethod,
        _ => model.GetDeclaredSymbol(owner, cancellationToken),
    };
}
