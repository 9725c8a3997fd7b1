using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Declarative.Analyzers.Tests.Attributes;

public class KnownTypesTests
{
    [Theory]
    [InlineData("mscorlib", true)]
    [InlineData("netstandard", true)]
    [InlineData("System", true)]
    [InlineData("System.Linq", true)]
    [InlineData("Systematic", false)]
    [InlineData("My.System.Text", false)]
    public void The_framework_is_known_by_the_names_of_its_assemblies(string assembly, bool isFramework) =>
        Assert.Equal(isFramework, KnownTypes.IsFramework(CSharpCompilation.Create(assembly).Assembly));

    [Fact]
    public void What_has_no_assembly_is_not_of_the_framework() => Assert.False(KnownTypes.IsFramework(null));

    [Theory]
    [InlineData("Linear", "Layer")]
    [InlineData("Module<Tensor, Tensor>", "Layer")]
    [InlineData("Net", "Layer")]
    [InlineData("Generic<Linear>", "Layer")]
    [InlineData("Sequential", "List")]
    [InlineData("ModuleList<Linear>", "List")]
    [InlineData("ModuleDict<Linear>", "List")]
    [InlineData("Linear[]", "List")]
    [InlineData("Dictionary<string, Linear>", "List")]
    [InlineData("(int, Linear)", "List")]
    [InlineData("Func<Linear[]>", "List")]
    [InlineData("(Linear, Linear)", "Mix")]
    [InlineData("List<(Linear, Linear)>", "Mix")]
    [InlineData("Dictionary<Linear, List<Conv2d>>", "Mix")]
    [InlineData("int", null)]
    [InlineData("Tensor", null)]
    [InlineData("List<string>", null)]
    [InlineData("ModuleList<Module>[,]", "List")]
    public void What_a_value_of_a_type_can_be_to_a_target(string type, string? held) =>
        Assert.Equal(held, Types(type, out var symbol).HeldBy(symbol)?.ToString());

    [Theory]
    [InlineData("Tensor", true)]
    [InlineData("Parameter", true)]
    [InlineData("Tensor[]", true)]
    [InlineData("(int, Parameter)", true)]
    [InlineData("System.Threading.Tasks.Task<List<Tensor>>", true)]
    [InlineData("Linear", false)]
    [InlineData("List<long>", false)]
    [InlineData("object", false)]
    public void What_gives_a_tensor(string type, bool gives) => Assert.Equal(gives, Types(type, out var symbol).GivesTensor(symbol));

    private static KnownTypes Types(string type, out ITypeSymbol symbol)
    {
        var compilation = TestCompilation.Create([CSharpSyntaxTree.ParseText(
            $$"""
            public sealed class Net() : Module<Tensor, Tensor>("net") { public override Tensor forward(Tensor x) => x; }
            public sealed class Generic<T>() : Module<Tensor, Tensor>("generic") { public override Tensor forward(Tensor x) => x; }
            public sealed class Probe { public {{type}} field; }
            """,
            TestCompilation.ParseOptions)]);
        symbol = ((IFieldSymbol)compilation.GetTypeByMetadataName("Probe")!.GetMembers("field").Single()).Type;
        return KnownTypes.Find(compilation)!;
    }
}
