using Declarative.Analyzers.Rules.Targets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes.Editing;

/// <summary>The alternative of a pattern that a diagnostic names, where it is written in a literal that can be edited.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Property">Its property that holds the pattern: <c>Targets</c>.</param>
/// <param name="Alternative">The alternative, without the spaces around it.</param>
internal sealed record AlternativeInLiteral(AttributeSyntax Attribute, string Property, string Alternative)
{
    /// <summary>The pattern as the attribute has it.</summary>
    public static PatternLiteral? PatternOf(AttributeSyntax attribute, string property) =>
        attribute.Argument(property) is { } argument ? PatternLiteral.Of(argument.Expression) : null;

    /// <summary>The place; null where the alternative comes out of a constant or a concatenation, or is named by no literal.</summary>
    public static AlternativeInLiteral? At(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(DeadAlternatives.Alternative, out var alternative)
        && alternative is not null
        && AttributeEdit.AttributeAt(root, diagnostic) is { } attribute
        && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>()?.NameEquals?.Name.Identifier.ValueText is { } property
        && PatternOf(attribute, property)?.Alternatives.Contains(alternative) == true
            ? new AlternativeInLiteral(attribute, property, alternative)
            : null;

    /// <summary>Changes the literal, or leaves it where an edit before has taken the alternative away.</summary>
    public Edit Edit(string title, Func<PatternLiteral, ExpressionSyntax> change) => new(title, Attribute, current =>
        PatternOf((AttributeSyntax)current, Property) is { } pattern && pattern.Alternatives.Contains(Alternative)
            ? ((AttributeSyntax)current).WithArgument(Property, change(pattern))
            : current);
}
