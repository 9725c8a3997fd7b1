using System.Collections.Immutable;
using System.Composition;
using Declarative.Analyzers;
using Declarative.Analyzers.Rules.Reach;
using Declarative.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.CodeFixes;

/// <summary>DCL0303: puts a lambda that calls the layer in the place of the layer's method, where the layer stays the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MethodGroupCodeFix : EditingCodeFix
{
    private static readonly ImmutableArray<string> ParameterNames = ["x", "t", "input", "tensor"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.MethodGroup.Id];

    private protected override Edit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var node = model.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (!diagnostic.Properties.ContainsKey(LayerCall.ReachesAdapter)
            || node is not MemberAccessExpressionSyntax method
            || model.GetOperation(method, cancellation) is not IMethodReferenceOperation { Method.Parameters: { Length: 1 } parameters, Parent: IDelegateCreationOperation creation }
            || creation.Parent is IEventAssignmentOperation
            || !LayerExpression.IsPlainName(method.Expression, model)
            || IsReassigned(method.Expression, model))
        {
            return null;
        }
        var name = NewName(model, method.SpanStart);
        var type = NeedsType(method, model) ? SyntaxFactory.ParseTypeName(parameters[0].Type.ToMinimalDisplayString(model, method.SpanStart)) : null;
        return new Edit($"Call '{method}' in a lambda", method, current => Lambda((ExpressionSyntax)current, name, type));
    }

    private static ExpressionSyntax Lambda(ExpressionSyntax method, string name, TypeSyntax? type)
    {
        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name));
        var call = SyntaxFactory.InvocationExpression(
            method.WithoutTrivia(), SyntaxFactory.ArgumentList([SyntaxFactory.Argument(SyntaxFactory.IdentifierName(name))]));
        var arrow = SyntaxFactory.Token([SyntaxFactory.Space], SyntaxKind.EqualsGreaterThanToken, [SyntaxFactory.Space]);
        LambdaExpressionSyntax lambda = type is null
            ? SyntaxFactory.SimpleLambdaExpression(parameter).WithArrowToken(arrow).WithExpressionBody(call)
            : SyntaxFactory.ParenthesizedLambdaExpression()
                .WithParameterList(SyntaxFactory.ParameterList([parameter.WithType(type.WithTrailingTrivia(SyntaxFactory.Space))]))
                .WithArrowToken(arrow)
                .WithExpressionBody(call);
        ExpressionSyntax whole = method.Parent is ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ParenthesizedExpressionSyntax
            ? lambda
            : SyntaxFactory.ParenthesizedExpression(lambda);
        return whole.WithTriviaFrom(method);
    }

    // Where no type is written that the lambda's could be taken from: 'var', and the type arguments of a call.
    private static bool NeedsType(MemberAccessExpressionSyntax method, SemanticModel model)
    {
        for (SyntaxNode? parent = method.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case VariableDeclarationSyntax declaration:
                    return declaration.Type.IsVar;
                case CastExpressionSyntax cast:
                    return model.GetTypeInfo(cast.Type).Type is not INamedTypeSymbol { DelegateInvokeMethod: not null };
                case BaseObjectCreationExpressionSyntax:
                    return false;
                case InvocationExpressionSyntax call:
                    return model.GetSymbolInfo(call).Symbol is not IMethodSymbol { IsGenericMethod: false };
                case StatementSyntax or MemberDeclarationSyntax or ArrowExpressionClauseSyntax or AssignmentExpressionSyntax:
                    return false;
            }
        }
        return true;
    }

    // A delegate of a method keeps the layer it was made of; a lambda looks it up at each call.
    private static bool IsReassigned(ExpressionSyntax layer, SemanticModel model) =>
        layer.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .Any(symbol => symbol is ILocalSymbol or IParameterSymbol && IsWritten(symbol, layer, model));

    private static bool IsWritten(ISymbol local, ExpressionSyntax layer, SemanticModel model) =>
        layer.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().Any(node =>
        {
            var written = node switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left,
                PrefixUnaryExpressionSyntax prefix when prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression => prefix.Operand,
                PostfixUnaryExpressionSyntax postfix when postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression => postfix.Operand,
                ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) => argument.Expression,
                _ => null,
            };
            return written?.DescendantNodesAndSelf().Any(n => n is IdentifierNameSyntax name
                && name.Identifier.ValueText == local.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local)) == true;
        }) == true;

    private static string NewName(SemanticModel model, int position)
    {
        var used = new HashSet<string>(model.LookupSymbols(position).Where(static s => s is not IMethodSymbol).Select(static s => s.Name));
        var numbered = Enumerable.Range(1, used.Count + 1).Select(static n => "x" + n);
        return ParameterNames.Concat(numbered).First(name => !used.Contains(name));
    }
}
