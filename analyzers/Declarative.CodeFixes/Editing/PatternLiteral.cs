using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.CodeFixes.Editing;

/// <summary>
/// A pattern written as one string literal without escapes (regular, verbatim, or raw on one line), whose alternatives can
/// be edited where they stand. Spaces around them, and the literal's form, stay as they are.
/// </summary>
internal sealed class PatternLiteral
{
    private const char Bar = '|';
    private readonly LiteralExpressionSyntax literal;
    private readonly string text;
    private readonly int quote;

    private PatternLiteral(LiteralExpressionSyntax literal, string text, int quote)
    {
        this.literal = literal;
        this.text = text;
        this.quote = quote;
    }

    /// <summary>The alternatives in order, without the spaces around them.</summary>
    public IEnumerable<string> Alternatives => text.Split(Bar).Select(static part => part.Trim());

    /// <summary>The literal; null where the expression is none, or one with escapes.</summary>
    public static PatternLiteral? Of(ExpressionSyntax expression)
    {
        if (expression is not LiteralExpressionSyntax { Token: var token } literal
            || !token.IsKind(SyntaxKind.StringLiteralToken) && !token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
        {
            return null;
        }
        // Without escapes, what is written is the text between two equal runs of quotes, the first perhaps behind an '@'.
        var (written, text) = (token.Text, token.ValueText);
        var quote = (written.Length - text.Length + (written[0] == '@' ? 1 : 0)) / 2;
        return string.CompareOrdinal(written, quote, text, 0, text.Length) == 0 && !written.Contains('\\')
            ? new PatternLiteral(literal, text, quote)
            : null;
    }

    /// <summary>The literal without the first alternative of that name.</summary>
    public ExpressionSyntax Drop(string alternative) => With(parts => parts.RemoveAt(parts.FindIndex(p => p.Trim() == alternative)));

    /// <summary>The literal with another name in the place of the first alternative of that name.</summary>
    public ExpressionSyntax Replace(string alternative, string replacement) => With(parts =>
    {
        var index = parts.FindIndex(p => p.Trim() == alternative);
        parts[index] = parts[index].Replace(alternative, replacement);
    });

    /// <summary>The literal with one alternative more.</summary>
    public ExpressionSyntax Add(string alternative) => With(parts =>
    {
        var isEmpty = parts.Count == 1 && parts[0].Trim().Length == 0;
        if (isEmpty)
            parts.Clear();
        else
            parts[parts.Count - 1] = parts[parts.Count - 1].TrimEnd() + (text.Contains(" |") ? " " : "");
        parts.Add(!isEmpty && text.Contains("| ") ? " " + alternative : alternative);
    });

    // What stands at both ends of the literal belongs to it and not to its first or last alternative.
    private ExpressionSyntax With(Action<List<string>> change)
    {
        var parts = text.Split(Bar).ToList();
        change(parts);
        var start = text.Substring(0, text.Length - text.TrimStart().Length);
        var end = text.Trim().Length == 0 ? "" : text.Substring(text.TrimEnd().Length);
        var written = literal.Token.Text;
        return SyntaxFactory.ParseExpression(
                written.Substring(0, quote)
                + start + string.Join(Bar.ToString(), parts).Trim() + end
                + written.Substring(quote + text.Length))
            .WithTriviaFrom(literal);
    }
}
