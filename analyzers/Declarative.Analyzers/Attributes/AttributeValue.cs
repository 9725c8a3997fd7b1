using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Declarative.Analyzers.Attributes;

/// <summary>The constant given to a property of an attribute, and the expression that gives it.</summary>
internal sealed class AttributeValue(object? value, ExpressionSyntax expression)
{
    /// <summary>The constant.</summary>
    public object? Value { get; } = value;

    /// <summary>The expression.</summary>
    public ExpressionSyntax Expression { get; } = expression;

    /// <summary>Where the expression is.</summary>
    public Location Location => Expression.GetLocation();

    /// <summary>The constant as a message shows it.</summary>
    public string Text => Convert.ToString(Value, CultureInfo.InvariantCulture);

    /// <summary>
    /// Where a part of a string constant is written: inside the literal if the value is one without escapes, otherwise the
    /// whole expression. An empty part is given the character before it, or the literal itself when that is empty.
    /// </summary>
    public Location LocationOf(int start, int length)
    {
        if (Expression is not LiteralExpressionSyntax { Token: var token } || !token.IsKind(SyntaxKind.StringLiteralToken)
            && !token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
        {
            return Location;
        }
        // A literal is empty or has a quote before its text; where it has escapes, the text is not in it.
        var offset = token.Text.IndexOf(token.ValueText, StringComparison.Ordinal);
        if (offset <= 0)
            return Location;
        if (length == 0)
            (start, length) = (Math.Max(start - 1, 0), 1);
        return Microsoft.CodeAnalysis.Location.Create(Expression.SyntaxTree, new TextSpan(token.SpanStart + offset + start, length));
    }
}
