using Declarative.Analyzers.Methods;
using Declarative.Analyzers.Tests.Verification;
using Declarative.Generators;

namespace Declarative.Analyzers.Tests.Methods;

/// <summary>A method is in each place that a method belongs to.</summary>
public class MethodsTests
{
    private static readonly string[] Names =
    [
        .. typeof(AdapterAttribute).Assembly.GetTypes()
            .Where(static t => !t.IsAbstract && typeof(AdapterAttribute).IsAssignableFrom(t))
            .Select(static t => t.Name[..^"Attribute".Length]).Order(),
    ];

    public static TheoryData<string> Attributes => new(Names);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_attribute_has_a_generator_rules_and_a_page(string name)
    {
        var method = Assert.Single(AdapterMethod.All, m => m.Name == name);
        Assert.Equal(typeof(AdapterAttribute).Assembly.GetType(method.AttributeName)!.Name, $"{name}Attribute");
        Assert.Single(AllMethods.All, m => m.Method == name);

        var pages = Path.Combine(Repository.Root, "docs", "methods");
        Assert.True(File.Exists(Path.Combine(pages, $"{name}.md")), $"docs/methods/{name}.md is missing");
        Assert.Contains($"[`[{name}]`]({name}.md)", File.ReadAllText(Path.Combine(pages, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_has_an_attribute()
    {
        string[] generated = [.. AdapterMethod.All.Select(static m => m.Name).Order()];
        string[] checkedMethods = [.. AllMethods.All.AsEnumerable().Select(static m => m.Method).Order()];
        Assert.Equal(Names, generated);
        Assert.Equal(Names, checkedMethods);
    }
}
