using System.Collections.Immutable;
using System.Composition;
using Declarative.Analyzers;
using Declarative.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes;

/// <summary>DCL0005: makes a class that is local to its file one of the whole project, where no other class has its name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveFileModifierCodeFix : EditingCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.NotExtensible.Id];

    private protected override Edit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        model.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan) is TypeDeclarationSyntax declaration
        && model.GetDeclaredSymbol(declaration, cancellation) is { } type
        && type.ContainingNamespace.GetTypeMembers(type.Name, type.Arity).Length == 1
            ? new Edit("Remove 'file'", declaration, current => WithoutFile((TypeDeclarationSyntax)current))
            : null;

    // What stands before 'file' goes to what follows it.
    private static TypeDeclarationSyntax WithoutFile(TypeDeclarationSyntax declaration)
    {
        var file = declaration.Modifiers.First(static m => m.IsKind(SyntaxKind.FileKeyword));
        var next = file.GetNextToken();
        var moved = declaration.ReplaceToken(next, next.WithLeadingTrivia(file.LeadingTrivia));
        return moved.WithModifiers(SyntaxFactory.TokenList(moved.Modifiers.Where(static m => !m.IsKind(SyntaxKind.FileKeyword))));
    }
}
