using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class AddPartialCodeFixTests
{
    private const string Body = """
        {
            private readonly Linear fc = Linear(16, 16);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """;

    [Theory]
    [InlineData("public sealed class {|DCL0001:Net|} : Module<Tensor, Tensor>", "public sealed partial class Net : Module<Tensor, Tensor>")]
    [InlineData("// kept\nclass {|DCL0001:Net|} : Module<Tensor, Tensor>", "// kept\npartial class Net : Module<Tensor, Tensor>")]
    [InlineData("internal  /* kept */ class {|DCL0001:Net|} : Module<Tensor, Tensor>", "internal  /* kept */ partial class Net : Module<Tensor, Tensor>")]
    [InlineData("public sealed\n    class {|DCL0001:Net|} : Module<Tensor, Tensor>", "public sealed\n    partial class Net : Module<Tensor, Tensor>")]
    [InlineData("#pragma warning disable CS1591\n#nullable enable\nclass {|DCL0001:Net|} : Module<Tensor, Tensor>", "#pragma warning disable CS1591\n#nullable enable\npartial class Net : Module<Tensor, Tensor>")]
    [InlineData("/// <summary>Kept.</summary>\n[Serializable] // kept\ninternal class {|DCL0001:Net|} : Module<Tensor, Tensor>", "/// <summary>Kept.</summary>\n[Serializable] // kept\ninternal partial class Net : Module<Tensor, Tensor>")]
    [InlineData("public unsafe class {|DCL0001:Net|} : Module<Tensor, Tensor>", "public unsafe partial class Net : Module<Tensor, Tensor>")]
    public Task The_word_is_added_and_everything_else_kept(string declaration, string expected) =>
        Verify.CodeFixAsync<AddPartialCodeFix>($"[Lora]\n{declaration}\n{Body}", $"[Lora]\n{expected}\n{Body}");

    [Fact]
    public Task Containing_classes_and_several_of_them_in_one_file() => Verify.CodeFixAsync<AddPartialCodeFix>(
        $$"""
        public static class {|DCL0001:A|}
        {
            [Lora]
            public class {|DCL0001:Net|} : Module<Tensor, Tensor>
            {{Body}}
        }

        public static class {|DCL0001:B|}
        {
            [Lora]
            public partial class Net : Module<Tensor, Tensor>
            {{Body}}
        }
        """,
        $$"""
        public static partial class A
        {
            [Lora]
            public partial class Net : Module<Tensor, Tensor>
            {{Body}}
        }

        public static partial class B
        {
            [Lora]
            public partial class Net : Module<Tensor, Tensor>
            {{Body}}
        }
        """);

    [Theory]
    [InlineData("public ref struct {|DCL0001:Outer|}", "public ref partial struct Outer")]
    [InlineData("public readonly struct {|DCL0001:Outer|}", "public readonly partial struct Outer")]
    [InlineData("public abstract record {|DCL0001:Outer|}", "public abstract partial record Outer")]
    [InlineData("record class {|DCL0001:Outer|}", "partial record class Outer")]
    [InlineData("public readonly record struct {|DCL0001:Outer|}", "public readonly partial record struct Outer")]
    [InlineData("interface {|DCL0001:IOuter|}", "partial interface IOuter")]
    public Task Containing_types_of_every_kind(string declaration, string expected) => Verify.CodeFixAsync<AddPartialCodeFix>(
        $"{declaration}\n{{\n[Lora] public class {{|DCL0001:Net|}} : Module<Tensor, Tensor>\n{Body}\n}}",
        $"{expected}\n{{\n[Lora] public partial class Net : Module<Tensor, Tensor>\n{Body}\n}}");

    [Fact]
    public Task In_several_files_with_the_line_ends_of_Windows()
    {
        var test = new CodeFixTest<AddPartialCodeFix>();
        foreach (var name in new[] { "A", "B" })
        {
            var body = Body.Replace("Net", name, StringComparison.Ordinal);
            test.Sources.Add((name + ".cs", Windows($"[Lora]\n// kept\nclass {{|DCL0001:{name}|}} : Module<Tensor, Tensor>\n{body}")));
            test.FixedSources.Add((name + ".cs", Windows($"[Lora]\n// kept\npartial class {name} : Module<Tensor, Tensor>\n{body}")));
        }
        return test.RunAsync();

        static string Windows(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);
    }
}
