using System.Collections.Immutable;
using System.Composition;
using Declarative.Analyzers;
using Declarative.Analyzers.Rules.Targets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Declarative.CodeFixes;

/// <summary>DCL0202 and DCL0203: puts the suggested name in the place of the alternative that matches nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CorrectTargetCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticDescriptors.PatternMatchesNothing.Id, DiagnosticDescriptors.AlternativeMatchesNothing.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // The alternative is replaced where it stands by itself inside the literal, and nowhere else.
            if (diagnostic.Properties.TryGetValue(DeadAlternatives.Suggestion, out var suggestion)
                && suggestion is not null
                && diagnostic.Properties.TryGetValue(DeadAlternatives.Alternative, out var alternative)
                && text.ToString(diagnostic.Location.SourceSpan) == alternative)
            {
                var change = new TextChange(diagnostic.Location.SourceSpan, suggestion);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Change '{alternative}' to '{suggestion}'",
                        _ => Task.FromResult(context.Document.WithText(text.WithChanges(change))),
                        nameof(CorrectTargetCodeFix)),
                    diagnostic);
            }
        }
    }
}
