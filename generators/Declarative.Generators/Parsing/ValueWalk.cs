using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>
/// Follows an expression to the modules it can be: through branches, casts, device moves, locals and the compilation's own
/// methods.
/// </summary>
internal sealed class ValueWalk(ModelSource source, ImmutableArray<ParsedValue>.Builder values)
{
    private const int Deepest = 8;
    private int depth;

    public void Follow(
        ExpressionSyntax expression, ImmutableArray<InvocationExpressionSyntax> via, ImmutableArray<InvocationExpressionSyntax> additions)
    {
        expression = ValueParser.Unwrap(expression);
        var next = Branches(expression) ?? (depth < Deepest ? Steps(expression, ref via, ref additions) : null);
        if (next is null)
        {
            values.Add(Leaf(expression, via, additions));
            return;
        }
        depth++;
        foreach (var branch in next)
            Follow(branch, via, additions);
        depth--;
    }

    // What stands for one of several expressions, or for one inside it, whatever the names mean.
    private static List<ExpressionSyntax>? Branches(ExpressionSyntax expression) => expression switch
    {
        CastExpressionSyntax e => [e.Expression],
        AssignmentExpressionSyntax e => [e.Right],
        ConditionalExpressionSyntax e => [e.WhenTrue, e.WhenFalse],
        BinaryExpressionSyntax e when e.IsKind(SyntaxKind.CoalesceExpression) => [e.Left, e.Right],
        SwitchExpressionSyntax e => e.Arms.Select(static arm => arm.Expression).ToList(),
        ThrowExpressionSyntax => [],
        _ => null,
    };

    private List<ExpressionSyntax>? Steps(
        ExpressionSyntax expression,
        ref ImmutableArray<InvocationExpressionSyntax> via,
        ref ImmutableArray<InvocationExpressionSyntax> additions)
    {
        switch (expression)
        {
            case IdentifierNameSyntax when SymbolOf(expression) is ILocalSymbol local && ValueParser.InitialValue(local) is { } initial:
                additions = additions.AddRange(ValueParser.AdditionsTo(source, local));
                return [initial];
            case InvocationExpressionSyntax call when SymbolOf(call) is IMethodSymbol method:
                if (source.Torch.IsTorch(method.ContainingType))
                    return call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "to" or "cuda" or "cpu" } move ? [move.Expression] : null;
                if (Returns(method) is not { Count: > 0 } returns)
                    return null;
                via = via.Add(call);
                return returns;
            default:
                return null;
        }
    }

    private ParsedValue Leaf(
        ExpressionSyntax expression, ImmutableArray<InvocationExpressionSyntax> via, ImmutableArray<InvocationExpressionSyntax> additions)
    {
        var isNull = expression.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression;
        return new ParsedValue
        {
            Syntax = expression,
            Type = isNull ? null : source.SemanticModelOf(expression).GetTypeInfo(expression).Type,
            IsCreation = expression is BaseObjectCreationExpressionSyntax
                || expression is InvocationExpressionSyntax && SymbolOf(expression) is IMethodSymbol factory && source.Torch.IsTorch(factory.ContainingType),
            IsMember = expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
                && SymbolOf(expression) is IFieldSymbol or IPropertySymbol,
            Parameter = expression is IdentifierNameSyntax && SymbolOf(expression) is IParameterSymbol parameter && !ValueParser.IsWritten(parameter) ? parameter : null,
            Via = via,
            Additions = additions,
        };
    }

    private ISymbol? SymbolOf(ExpressionSyntax expression) => source.SemanticModelOf(expression).GetSymbolInfo(expression).Symbol;

    // What a method of the compilation that nothing can override returns.
    private List<ExpressionSyntax>? Returns(IMethodSymbol method)
    {
        if (!source.HasSource(method.ContainingType) || method.IsGenericMethod || method.IsAbstract || method.IsVirtual || method.IsOverride)
            return null;
        return method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            MethodDeclarationSyntax { ExpressionBody: { } body } => [body.Expression],
            MethodDeclarationSyntax { Body: { } body } => Returns(body),
            LocalFunctionStatementSyntax { ExpressionBody: { } body } => [body.Expression],
            LocalFunctionStatementSyntax { Body: { } body } => Returns(body),
            _ => null,
        };
    }

    private static List<ExpressionSyntax> Returns(BlockSyntax body) =>
        body.DescendantNodes(static n => n is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .OfType<ReturnStatementSyntax>().Select(static r => r.Expression).OfType<ExpressionSyntax>().ToList();
}
