using System.Collections.Immutable;
using System.Composition;
using Declarative.Analyzers;
using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Declarative.CodeFixes;

/// <summary>DCL0002 and DCL0003: moves the attribute to the class that owns the layers, and makes that class <c>partial</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MoveAttributeCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.NotAModule.Id, DiagnosticDescriptors.NoLayers.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(LayerOwners.Owner, out var id)
                && AttributeAt(root, diagnostic.Location.SourceSpan) is { } attribute
                && Find(id!, model.Compilation) is { } owner
                && owner.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is TypeDeclarationSyntax target
                && solution.GetDocument(target.SyntaxTree) is { } document
                && MovedAttribute.Create(attribute, model, target) is { } moved)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Move [{attribute.Name}] to '{owner.Name}'",
                        cancellation => MoveAsync(context.Document, attribute, document, target, moved, cancellation),
                        nameof(MoveAttributeCodeFix)),
                    diagnostic);
            }
        }
    }

    private static INamedTypeSymbol? Find(string id, Compilation compilation) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) as INamedTypeSymbol;

    // The diagnostic stands on the attribute's name, or on the name of the class that carries it.
    private static AttributeSyntax? AttributeAt(SyntaxNode root, TextSpan span)
    {
        var node = root.FindNode(span);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
            return attribute;
        var all = node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.AttributeLists.SelectMany(static l => l.Attributes).ToList();
        return all is { Count: 1 } ? all[0] : null;
    }

    private static async Task<Solution> MoveAsync(
        Document source, AttributeSyntax attribute, Document document, TypeDeclarationSyntax target, string moved, CancellationToken cancellationToken)
    {
        var text = await source.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var removal = Removal(attribute, text);
        if (source.Id == document.Id)
            return source.WithText(text.WithChanges(Additions(target, moved, text).Append(removal).OrderBy(static c => c.Span))).Project.Solution;

        var other = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return source.Project.Solution
            .WithDocumentText(source.Id, text.WithChanges(removal))
            .WithDocumentText(document.Id, other.WithChanges(Additions(target, moved, other).OrderBy(static c => c.Span)));
    }

    private static IEnumerable<TextChange> Additions(TypeDeclarationSyntax target, string moved, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(target.SpanStart);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, target.SpanStart));
        var lineEnd = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        yield return new TextChange(new TextSpan(target.SpanStart, 0), moved + (lineEnd.Length == 0 ? "\n" : lineEnd) + indentation);
        foreach (var type in target.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(static t => !t.Modifiers.Any(SyntaxKind.PartialKeyword)))
            yield return new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial ");
    }

    // The attribute, with its brackets and its line where it stands alone in them.
    private static TextChange Removal(AttributeSyntax attribute, SourceText text)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            var index = list.Attributes.IndexOf(attribute);
            return new TextChange(
                index == 0
                    ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart)
                    : TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End),
                "");
        }
        var line = text.Lines.GetLineFromPosition(list.Span.End);
        var isAlone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(list.Span.End, line.End)));
        var start = text.Lines.GetLineFromPosition(list.SpanStart).Start;
        return new TextChange(
            isAlone ? TextSpan.FromBounds(start, line.EndIncludingLineBreak) : TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart),
            "");
    }
}
