using System.Collections.Immutable;
using System.Composition;
using Declarative.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes;

/// <summary>DCL0404: keeps the set that Attach gives in a variable, until the end of the scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class KeepAdaptersCodeFix : CodeFixProvider
{
    private const string Title = "Keep the adapters in a 'using var'";
    private const string Name = "adapters";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.AttachDiscarded.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } statement
            && Discarded(statement) is { } attach
            && attach.Expression.Span == context.Span
            && HasFollowers(statement))
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, _ => Task.FromResult(Keep(context.Document, root, statement, attach)), Title),
                context.Diagnostics);
        }
    }

    private static Document Keep(Document document, SyntaxNode root, ExpressionStatementSyntax statement, InvocationExpressionSyntax attach)
    {
        var declaration = (LocalDeclarationStatementSyntax)SyntaxFactory.ParseStatement($"using var {FreeName(statement)} = {attach};");
        var kept = declaration.WithSemicolonToken(statement.SemicolonToken).WithLeadingTrivia(statement.GetLeadingTrivia());
        return document.WithSyntaxRoot(root.ReplaceNode(statement, kept));
    }

    // The call itself, or what is assigned to '_'.
    private static InvocationExpressionSyntax? Discarded(ExpressionStatementSyntax statement) => statement.Expression switch
    {
        InvocationExpressionSyntax call => call,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Right: InvocationExpressionSyntax call } => call,
        _ => null,
    };

    // At the end of a scope the variable would be disposed as soon as it is there, and elsewhere no declaration may stand.
    private static bool HasFollowers(ExpressionStatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements.Last() != statement,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global => unit.Members.OfType<GlobalStatementSyntax>().Last() != global,
        _ => false,
    };

    // Sets that are dropped further up get the names before, so that all can be kept at once.
    private static string FreeName(ExpressionStatementSyntax statement)
    {
        var member = statement.Ancestors().First(static n => n is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);
        var taken = new HashSet<string>(
            member.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText), StringComparer.Ordinal);
        var before = member.DescendantNodes().OfType<ExpressionStatementSyntax>()
            .Count(s => s.SpanStart < statement.SpanStart && IsAttach(Discarded(s)) && HasFollowers(s));
        return Enumerable.Range(1, int.MaxValue).Select(static i => i == 1 ? Name : $"{Name}{i}").Where(n => !taken.Contains(n)).Skip(before).First();
    }

    private static bool IsAttach(InvocationExpressionSyntax? call) => call?.Expression is
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Attach" } or IdentifierNameSyntax { Identifier.ValueText: "Attach" };
}
