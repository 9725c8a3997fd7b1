using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Declarative.Analyzers;
using Declarative.Analyzers.Rules.Values;
using Declarative.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes;

/// <summary>
/// DCL0102, DCL0105 and their like: writes the largest valid rank, where Rank, or what the method calls it, is a literal of
/// the attribute or left at its default.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class LowerRankCodeFix : EditingCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticDescriptors.RankTooLarge.Id, DiagnosticDescriptors.OddRank.Id, DiagnosticDescriptors.MoreParametersThanLayer.Id];

    private protected override Edit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        diagnostic.Properties.TryGetValue(LargestRank.Property, out var written)
        && diagnostic.Properties.TryGetValue(LargestRank.Argument, out var name)
        && name is not null
        && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
        && AttributeEdit.AttributeAt(model.SyntaxTree.GetRoot(cancellation), diagnostic) is { } attribute
        && CanLower(attribute, name, rank)
            ? new Edit($"Lower {name} to {written}", attribute, current => Lower((AttributeSyntax)current, name, rank))
            : null;

    private static bool CanLower(AttributeSyntax attribute, string name, int rank) => attribute.Argument(name)?.Expression switch
    {
        null => true,
        LiteralExpressionSyntax { Token.Value: int value } => value > rank,
        _ => false,
    };

    // Two diagnostics about one rank leave the lower one of both proposals.
    private static AttributeSyntax Lower(AttributeSyntax attribute, string name, int rank) => CanLower(attribute, name, rank)
        ? attribute.WithArgument(name, SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(rank)))
        : attribute;
}
