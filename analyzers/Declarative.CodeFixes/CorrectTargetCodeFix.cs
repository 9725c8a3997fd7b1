using System.Collections.Immutable;
using System.Composition;
using Declarative.Analyzers;
using Declarative.Analyzers.Rules.Targets;
using Declarative.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Declarative.CodeFixes;

/// <summary>DCL0202 and its like: puts the suggested name in the place of the alternative that matches nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CorrectTargetCodeFix : EditingCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticDescriptors.PatternMatchesNothing.Id,
        DiagnosticDescriptors.AlternativeMatchesNothing.Id,
        DiagnosticDescriptors.ExcludeMatchesNothing.Id,
        DiagnosticDescriptors.FeedForwardMatchesNothing.Id,
    ];

    private protected override Edit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        AlternativeInLiteral.At(model.SyntaxTree.GetRoot(cancellation), diagnostic) is { } place
        && diagnostic.Properties.TryGetValue(DeadAlternatives.Suggestion, out var suggestion)
        && suggestion is not null
            ? place.Edit($"Change '{place.Alternative}' to '{suggestion}'", pattern => pattern.Replace(place.Alternative, suggestion))
            : null;
}
