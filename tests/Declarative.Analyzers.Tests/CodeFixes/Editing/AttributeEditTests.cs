using Declarative.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Tests.CodeFixes.Editing;

public class AttributeEditTests
{
    [Theory]
    [InlineData("[Lora(Rank = 4, Alpha = 8, Name = \"n\")]", "Rank", "[Lora(Alpha = 8, Name = \"n\")]")]
    [InlineData("[Lora(Rank = 4, Alpha = 8, Name = \"n\")]", "Alpha", "[Lora(Rank = 4, Name = \"n\")]")]
    [InlineData("[Lora(Rank = 4, Alpha = 8, Name = \"n\")]", "Name", "[Lora(Rank = 4, Alpha = 8)]")]
    [InlineData("[Lora(Rank = 4)]", "Rank", "[Lora]")]
    [InlineData("[Lora (Rank = 4) /* kept */]", "Rank", "[Lora /* kept */]")]
    [InlineData("[Lora(\n    Rank = 4,\n    Alpha = 8)]", "Alpha", "[Lora(\n    Rank = 4)]")]
    [InlineData("[Lora(\n    Rank = 4,\n    Alpha = 8)]", "Rank", "[Lora(\n    Alpha = 8)]")]
    [InlineData("[Lora(\n    Rank = 4, // the rank\n    Alpha = 8\n)]", "Alpha", "[Lora(\n    Rank = 4 // the rank\n)]")]
    [InlineData("[Lora(Rank = 4)]", "Alpha", "[Lora(Rank = 4)]")]
    public void An_argument_is_removed_with_its_comma(string attribute, string property, string expected) =>
        Assert.Equal(expected, Edited(attribute, a => a.WithoutArgument(property)));

    [Theory]
    [InlineData("[Lora]", "[Lora(Rank = 2)]")]
    [InlineData("[Lora /* kept */]", "[Lora(Rank = 2) /* kept */]")]
    [InlineData("[Lora()]", "[Lora(Rank = 2)]")]
    [InlineData("[Lora(Rank = 16)]", "[Lora(Rank = 2)]")]
    [InlineData("[Lora(Rank = /* r */ 16 /* big */)]", "[Lora(Rank = /* r */ 2 /* big */)]")]
    [InlineData("[Lora(Alpha = 8)]", "[Lora(Rank = 2, Alpha = 8)]")]
    [InlineData("[Lora(\n    Alpha = 8)]", "[Lora(\n    Rank = 2, Alpha = 8)]")]
    [InlineData("[Lora(1, Alpha = 8)]", "[Lora(1, Rank = 2, Alpha = 8)]")]
    [InlineData("[Lora(1)]", "[Lora(1, Rank = 2)]")]
    public void A_property_is_set_where_it_is_or_before_the_others(string attribute, string expected) =>
        Assert.Equal(expected, Edited(attribute, static a => a.WithArgument("Rank", SyntaxFactory.ParseExpression("2"))));

    private static string Edited(string attribute, Func<AttributeSyntax, AttributeSyntax> edit)
    {
        var root = SyntaxFactory.ParseCompilationUnit(attribute + " class C;");
        var syntax = root.DescendantNodes().OfType<AttributeSyntax>().Single();
        return root.ReplaceNode(syntax, edit(syntax)).ToFullString().Replace(" class C;", "", StringComparison.Ordinal);
    }
}
