using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes.Editing;

/// <summary>Edits of the named arguments of an attribute.</summary>
internal static class AttributeEdit
{
    private static readonly SyntaxNodeOrToken Comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);

    /// <summary>The attribute that a diagnostic stands in.</summary>
    public static AttributeSyntax? AttributeAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The argument that sets a property; null where it is left at its default.</summary>
    public static AttributeArgumentSyntax? Argument(this AttributeSyntax attribute, string property) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == property);

    /// <summary>The attribute with a property set: where it is set already, else before the others.</summary>
    public static AttributeSyntax WithArgument(this AttributeSyntax attribute, string property, ExpressionSyntax value)
    {
        if (attribute.Argument(property) is { } written)
            return attribute.ReplaceNode(written.Expression, value.WithTriviaFrom(written.Expression));

        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList().WithTrailingTrivia(attribute.Name.GetTrailingTrivia());
        var arguments = list.Arguments;
        var first = arguments.TakeWhile(static a => a.NameEquals is null).Count();
        var added = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(property))
                .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)),
            nameColon: null,
            value);
        if (first < arguments.Count)
        {
            added = added.WithLeadingTrivia(arguments[first].GetLeadingTrivia());
            arguments = arguments.Replace(arguments[first], arguments[first].WithLeadingTrivia());
        }
        var parts = arguments.GetWithSeparators().ToList();
        parts.InsertRange(
            Math.Max(2 * first - 1, 0),
            arguments.Count == 0 ? [added] : first == 0 ? [added, Comma] : [Comma, added]);
        return attribute
            .WithName(attribute.Name.WithTrailingTrivia())
            .WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(parts)));
    }

    /// <summary>The attribute with a property left at its default: without the argument, its comma, and an empty list.</summary>
    public static AttributeSyntax WithoutArgument(this AttributeSyntax attribute, string property)
    {
        if (attribute.Argument(property) is not { } argument)
            return attribute;
        var list = attribute.ArgumentList!;
        var arguments = list.Arguments;
        if (arguments.Count == 1)
            return attribute.WithArgumentList(null).WithName(attribute.Name.WithTrailingTrivia(list.GetTrailingTrivia()));

        // The comma before the last argument goes with it, but not a comment behind that comma.
        var index = arguments.IndexOf(argument);
        var remaining = arguments.Remove(argument);
        if (index == remaining.Count && arguments.GetSeparator(index - 1).TrailingTrivia is var comment && comment.Any(IsComment))
            remaining = remaining.Replace(remaining[index - 1], remaining[index - 1].WithTrailingTrivia(comment));
        return attribute.WithArgumentList(list.WithArguments(remaining));
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}
