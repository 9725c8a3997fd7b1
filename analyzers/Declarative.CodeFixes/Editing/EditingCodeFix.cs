using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Declarative.CodeFixes.Editing;

/// <summary>
/// A code fix made of one <see cref="Edit"/> for each diagnostic. FixAll makes all edits of a document in one go, so that
/// those inside one literal or one expression do not conflict, as they would in a merge of texts.
/// </summary>
public abstract class EditingCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var edits = diagnostics
            .OrderBy(static d => d.Location.SourceSpan.Start)
            .Select(d => model is null ? null : Find(model, d, context.CancellationToken))
            .OfType<Edit>();
        return await ApplyAsync(document, edits, context.CancellationToken).ConfigureAwait(false);
    });

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Find(model, diagnostic, context.CancellationToken) is { } edit)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(edit.Title, cancellation => ApplyAsync(context.Document, [edit], cancellation), GetType().Name), diagnostic);
            }
        }
    }

    /// <summary>What to do about a diagnostic; null where the fix would not work.</summary>
    private protected abstract Edit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation);

    private static async Task<Document> ApplyAsync(Document document, IEnumerable<Edit> edits, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (var edit in edits)
            editor.ReplaceNode(edit.Node, (current, _) => edit.Change(current));
        return document.WithSyntaxRoot(editor.GetChangedRoot());
    }
}
