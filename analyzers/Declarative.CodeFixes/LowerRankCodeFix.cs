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
/// DCL0102, DCL0105 and their like: writes the largest valid rank, where Rank is a literal of the attribute or left at its
/// default.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class LowerRankCodeFix : EditingCodeFix
{
    private const string Rank = nameof(Rank);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticDescriptors.RankTooLarge.Id, DiagnosticDescriptors.OddRank.Id, DiagnosticDescriptors.MoreParametersThanLayer.Id];

    private protected override Edit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        diagnostic.Properties.TryGetValue(LargestRank.Property, out var written)
        && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
        && AttributeEdit.AttributeAt(model.SyntaxTree.GetRoot(cancellation), diagnostic) is { } attribute
        && CanLower(attribute, rank)
            ? new Edit($"Lower {Rank} to {written}", attribute, current => Lower((AttributeSyntax)current, rank))
            : null;

    private static bool CanLower(AttributeSyntax attribute, int rank) => attribute.Argument(Rank)?.Expression switch
    {
        null => true,
        LiteralExpressionSyntax { Token.Value: int value } => value > rank,
        _ => false,
    };

    // Two diagnostics about one rank leave the lower one of both proposals.
    private static AttributeSyntax Lower(AttributeSyntax attribute, int rank) => CanLower(attribute, rank)
        ? attribute.WithArgument(Rank, SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(rank)))
        : attribute;
}
