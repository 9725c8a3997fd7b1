using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>Follows an expression to the modules it can be: through branches, casts, device moves and locals.</summary>
internal static class ValueParser
{
    public static ImmutableArray<ParsedValue> Parse(ModelSource source, ExpressionSyntax expression)
    {
        var values = ImmutableArray.CreateBuilder<ParsedValue>();
        Follow(source, expression, values, depth: 0);
        return values.ToImmutable();
    }

    /// <summary>The expression without parentheses and null-forgiving operators around it.</summary>
    public static ExpressionSyntax Unwrap(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax e => Unwrap(e.Expression),
        PostfixUnaryExpressionSyntax e when e.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Unwrap(e.Operand),
        _ => expression,
    };

    /// <summary>The single value that the local is declared with; null where it is written again.</summary>
    public static ExpressionSyntax? InitialValue(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not VariableDeclaratorSyntax { Initializer: { } value } declarator)
            return null;
        var body = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return body is not null && IsWritten(body, local.Name) ? null : value.Value;
    }

    /// <summary>Whether <paramref name="scope"/> assigns to, increments or passes by reference something of that name.</summary>
    public static bool IsWritten(SyntaxNode scope, string name)
    {
        bool Names(ExpressionSyntax e) =>
            IsNamed(e, name) || e is TupleExpressionSyntax tuple && tuple.Arguments.Any(a => Names(a.Expression));

        return scope.DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax assignment => Names(assignment.Left),
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression && Names(prefix.Operand),
            PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression && Names(postfix.Operand),
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && Names(argument.Expression),
            _ => false,
        });
    }

    /// <summary>Whether the expression is <c>name</c> or <c>this.name</c>.</summary>
    public static bool IsNamed(ExpressionSyntax expression, string name) =>
        expression is IdentifierNameSyntax { Identifier.ValueText: var n } && n == name
        || expression is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var m } && m == name;

    private static void Follow(ModelSource source, ExpressionSyntax expression, ImmutableArray<ParsedValue>.Builder values, int depth)
    {
        expression = Unwrap(expression);
        switch (expression)
        {
            case CastExpressionSyntax e:
                Follow(source, e.Expression, values, depth);
                return;
            case AssignmentExpressionSyntax e:
                Follow(source, e.Right, values, depth);
                return;
            case ConditionalExpressionSyntax e:
                Follow(source, e.WhenTrue, values, depth);
                Follow(source, e.WhenFalse, values, depth);
                return;
            case BinaryExpressionSyntax e when e.IsKind(SyntaxKind.CoalesceExpression):
                Follow(source, e.Left, values, depth);
                Follow(source, e.Right, values, depth);
                return;
            case SwitchExpressionSyntax e:
                foreach (var arm in e.Arms)
                    Follow(source, arm.Expression, values, depth);
                return;
            case ThrowExpressionSyntax:
                return;
            case LiteralExpressionSyntax e when e.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression:
                values.Add(new ParsedValue(e, type: null, isCreation: false));
                return;
        }

        var model = source.SemanticModelOf(expression);
        if (expression is IdentifierNameSyntax
            && depth < 8
            && model.GetSymbolInfo(expression).Symbol is ILocalSymbol local
            && InitialValue(local) is { } initial)
        {
            Follow(source, initial, values, depth + 1);
            return;
        }
        if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "to" or "cuda" or "cpu" } move }
            && model.GetSymbolInfo(expression).Symbol is IMethodSymbol method
            && source.Torch.IsTorch(method.ContainingType))
        {
            Follow(source, move.Expression, values, depth);
            return;
        }
        var type = model.GetTypeInfo(expression).Type;
        values.Add(new ParsedValue(expression, type, IsCreation(source, model, expression), IsMember(model, expression)));
    }

    private static bool IsMember(SemanticModel model, ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
        && model.GetSymbolInfo(expression).Symbol is IFieldSymbol or IPropertySymbol;

    private static bool IsCreation(ModelSource source, SemanticModel model, ExpressionSyntax expression) =>
        expression is BaseObjectCreationExpressionSyntax
        || expression is InvocationExpressionSyntax
        && model.GetSymbolInfo(expression).Symbol is IMethodSymbol factory
        && source.Torch.IsTorch(factory.ContainingType);
}
