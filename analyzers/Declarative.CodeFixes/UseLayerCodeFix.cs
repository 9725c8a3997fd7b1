using System.Collections.Immutable;
using System.Composition;
using Declarative.Analyzers;
using Declarative.Analyzers.Rules.Reach;
using Declarative.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes;

/// <summary>
/// DCL0301: calls the layer where its weight is used for just what the call computes. A product without the bias is that
/// of a layer without one alone.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseLayerCodeFix : EditingCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.WeightRead.Id];

    private protected override Edit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var node = model.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (!diagnostic.Properties.ContainsKey(LayerCall.ReachesAdapter)
            || node is not MemberAccessExpressionSyntax { Expression: var layer } weight
            || model.GetTypeInfo(layer, cancellation).Type?.ToDisplayString() is not ("TorchSharp.Modules.Linear" or "TorchSharp.Modules.Linear?")
            || !LayerExpression.IsPlainName(layer, model)
            || LinearProduct.Of(weight, model, cancellation) is not { } product)
        {
            return null;
        }
        var isSame = product.Bias is { } bias
            ? LayerExpression.NameOf(bias) == LayerExpression.NameOf(layer) + ".bias"
            : diagnostic.Properties.ContainsKey(LayerCall.HasNoBias);
        return isSame && !LosesComment(product, layer)
            ? new Edit($"Call '{layer}.forward'", product.Call, current => Call(layer, InputOf((InvocationExpressionSyntax)current, product)).WithTriviaFrom(current))
            : null;
    }

    // The input may have been changed by then: fixes inside it come along.
    private static ExpressionSyntax InputOf(InvocationExpressionSyntax current, LinearProduct product) => product.InputArgument is { } index
        ? current.ArgumentList.Arguments[index].Expression
        : ((MemberAccessExpressionSyntax)current.Expression).Expression;

    private static InvocationExpressionSyntax Call(ExpressionSyntax layer, ExpressionSyntax input) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, layer.WithoutTrivia(), SyntaxFactory.IdentifierName("forward")),
        SyntaxFactory.ArgumentList([SyntaxFactory.Argument(input.WithoutTrivia())]));

    private static bool LosesComment(LinearProduct product, ExpressionSyntax layer) => product.Call.DescendantTrivia().Any(trivia =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        && product.Call.Span.Contains(trivia.Span) && !product.Input.Span.Contains(trivia.Span) && !layer.Span.Contains(trivia.Span));
}
