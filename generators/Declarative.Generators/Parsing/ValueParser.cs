using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>What an expression, a local or a name of the source can stand for.</summary>
internal static class ValueParser
{
    public static ImmutableArray<ParsedValue> Parse(ModelSource source, ExpressionSyntax expression)
    {
        var values = ImmutableArray.CreateBuilder<ParsedValue>();
        new ValueWalk(source, values).Follow(expression, via: [], additions: []);
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

    /// <summary>The calls that append elements to what the local holds.</summary>
    public static IEnumerable<InvocationExpressionSyntax> AdditionsTo(ModelSource source, ILocalSymbol local) =>
        from declaration in local.DeclaringSyntaxReferences
        from call in declaration.GetSyntax().FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().OfType<InvocationExpressionSyntax>() ?? []
        where call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver } access
            && ElementParser.Appends(access.Name.Identifier.ValueText)
            && receiver.Identifier.ValueText == local.Name
            && SymbolEqualityComparer.Default.Equals(source.SemanticModelOf(receiver).GetSymbolInfo(receiver).Symbol, local)
        select call;

    /// <summary>Whether the method gives its parameter another value than its caller does.</summary>
    public static bool IsWritten(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } scope
        || IsWritten(scope, e => e is IdentifierNameSyntax { Identifier.ValueText: var name } && name == parameter.Name);

    /// <summary>Whether <paramref name="scope"/> assigns to, increments or passes by reference something of that name.</summary>
    public static bool IsWritten(SyntaxNode scope, string name) => IsWritten(scope, e => IsNamed(e, name));

    private static bool IsWritten(SyntaxNode scope, Func<ExpressionSyntax, bool> isIt)
    {
        bool Names(ExpressionSyntax e) =>
            isIt(e) || e is TupleExpressionSyntax tuple && tuple.Arguments.Any(a => Names(a.Expression));

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
}
