using Declarative.Analyzers.Reach;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Tests.Reach;

public class MentionTests
{
    [Theory]
    [InlineData("fc.forward(x);", "Called")]
    [InlineData("return this.fc.call(x);", "Called")]
    [InlineData("x = y + fc.call(x);", "Called")]
    [InlineData("fc = Linear(64, 64);", "Written")]
    [InlineData("this.fc = Linear(64, 64);", "Written")]
    [InlineData("(fc, other) = (Linear(64, 64), Linear(64, 64));", "Written")]
    [InlineData("fc.forward(x, y);", "Other")]
    [InlineData("fc.forward();", "Other")]
    [InlineData("fc.to(device);", "Other")]
    [InlineData("f = fc.forward;", "Other")]
    [InlineData("Run(fc.forward, x);", "Other")]
    [InlineData("fc.forward(x)(y);", "Called")]
    [InlineData("other.fc.forward(x);", "Other")]
    [InlineData("other = fc;", "Other")]
    [InlineData("fc ??= Linear(64, 64);", "Other")]
    [InlineData("fc += 1;", "Other")]
    [InlineData("(other, var n) = (fc, 1);", "Other")]
    [InlineData("(fc, other) += 1;", "Other")]
    [InlineData("Run((fc, other) = pair);", "Other")]
    [InlineData("(fc: other, n: 1) = pair;", "Other")]
    [InlineData("Run(fc: x);", "Other")]
    [InlineData("fc?.forward(x);", "Other")]
    [InlineData("fc(x);", "Other")]
    public void What_the_syntax_around_a_name_says(string statement, string mention)
    {
        var name = SyntaxFactory.ParseStatement(statement).DescendantNodes().OfType<IdentifierNameSyntax>().First(static n => n.Identifier.ValueText == "fc");
        Assert.Equal(mention, Mentions.Of(name).ToString());
    }
}
