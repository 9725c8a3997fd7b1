using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes.Editing;

/// <summary>Expressions that name a layer: members, locals, elements.</summary>
internal static class LayerExpression
{
    /// <summary>Whether evaluating the expression once more, once less or later changes nothing.</summary>
    public static bool IsPlainName(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ThisExpressionSyntax or BaseExpressionSyntax => true,
        ParenthesizedExpressionSyntax e => IsPlainName(e.Expression, model),
        PostfixUnaryExpressionSyntax e => e.IsKind(SyntaxKind.SuppressNullableWarningExpression) && IsPlainName(e.Operand, model),
        IdentifierNameSyntax => IsPlainName(model.GetSymbolInfo(expression).Symbol),
        MemberAccessExpressionSyntax e => IsPlainName(model.GetSymbolInfo(e).Symbol) && (IsType(e.Expression, model) || IsPlainName(e.Expression, model)),
        ElementAccessExpressionSyntax e => model.GetSymbolInfo(e).Symbol is null or IPropertySymbol { DeclaringSyntaxReferences.Length: 0 }
            && IsPlainName(e.Expression, model)
            && e.ArgumentList.Arguments.All(a => a.Expression is LiteralExpressionSyntax || IsPlainName(a.Expression, model)),
        _ => false,
    };

    /// <summary>The expression without parentheses and null-forgiving operators around it and its receivers, to compare by.</summary>
    public static string NameOf(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax e => NameOf(e.Expression),
        PostfixUnaryExpressionSyntax e when e.IsKind(SyntaxKind.SuppressNullableWarningExpression) => NameOf(e.Operand),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } e => e.Name.ToString(),
        MemberAccessExpressionSyntax e => $"{NameOf(e.Expression)}.{e.Name}",
        _ => expression.ToString(),
    };

    private static bool IsType(ExpressionSyntax expression, SemanticModel model) => model.GetSymbolInfo(expression).Symbol is ITypeSymbol or INamespaceSymbol;

    private static bool IsPlainName(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IFieldSymbol => true,
        // An auto-property, or one of an assembly without source, as TorchSharp's are.
        IPropertySymbol property => property.DeclaringSyntaxReferences.All(static declaration =>
            declaration.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors }
            && accessors.Accessors.All(static a => a.Body is null && a.ExpressionBody is null)),
        _ => false,
    };
}
