using Declarative.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp;

namespace Declarative.Analyzers.Tests.CodeFixes.Editing;

public class PatternLiteralTests
{
    [Theory]
    [InlineData("\"a|b|c\"", "a", "\"b|c\"")]
    [InlineData("\"a|b|c\"", "b", "\"a|c\"")]
    [InlineData("\"a|b|c\"", "c", "\"a|b\"")]
    [InlineData("\"a | b | c\"", "a", "\"b | c\"")]
    [InlineData("\"a | b | c\"", "b", "\"a | c\"")]
    [InlineData("\"a | b\"", "b", "\"a\"")]
    [InlineData("\" a|b \"", "b", "\" a \"")]
    [InlineData("@\"a|b\"", "a", "@\"b\"")]
    [InlineData("\"\"\"a|b\"\"\"", "b", "\"\"\"a\"\"\"")]
    public void An_alternative_is_dropped_with_one_bar(string literal, string alternative, string expected) =>
        Assert.Equal(expected, Pattern(literal)!.Drop(alternative).ToString());

    [Theory]
    [InlineData("\"a|b\"", "\"a|x\"")]
    [InlineData("\" a | b \"", "\" a | x \"")]
    [InlineData("\"ab|b\"", "\"ab|x\"")]
    public void An_alternative_is_replaced_alone(string literal, string expected) =>
        Assert.Equal(expected, Pattern(literal)!.Replace("b", "x").ToString());

    [Theory]
    [InlineData("\"a|b\"", "\"a|b|x\"")]
    [InlineData("\"a | b\"", "\"a | b | x\"")]
    [InlineData("\" a| b \"", "\" a| b| x \"")]
    [InlineData("\"\"", "\"x\"")]
    [InlineData("@\" \"", "@\" x\"")]
    public void An_alternative_is_added_as_the_others_are_written(string literal, string expected) =>
        Assert.Equal(expected, Pattern(literal)!.Add("x").ToString());

    [Theory]
    [InlineData("\"a\\u007cb\"")]
    [InlineData("\"a\" + \"|b\"")]
    [InlineData("$\"a|b\"")]
    [InlineData("@\"a\"\"|b\"")]
    [InlineData("\"\"\"\n    a|b\n    \"\"\"")]
    [InlineData("Constant")]
    [InlineData("8")]
    public void Other_expressions_are_left_alone(string expression) => Assert.Null(Pattern(expression));

    [Fact]
    public void What_stands_around_the_literal_is_kept() =>
        Assert.Equal("/* a */ \"a\" /* b */", Pattern("/* a */ \"a|b\" /* b */")!.Drop("b").ToFullString());

    private static PatternLiteral? Pattern(string expression) => PatternLiteral.Of(SyntaxFactory.ParseExpression(expression));
}
