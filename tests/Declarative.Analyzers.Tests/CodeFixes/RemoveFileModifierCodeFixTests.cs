using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.CodeFixes;

public class RemoveFileModifierCodeFixTests
{
    private const string Body = """
        {
            private readonly Linear fc = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """;

    [Theory]
    [InlineData("file sealed partial class {|DCL0005:Net|}", "sealed partial class Net")]
    [InlineData("// kept\nfile partial class {|DCL0005:Net|}", "// kept\npartial class Net")]
    [InlineData("sealed file partial class {|DCL0005:Net|}", "sealed partial class Net")]
    public Task The_word_goes_and_everything_else_stays(string declaration, string expected) =>
        Verify.CodeFixAsync<RemoveFileModifierCodeFix>(
            $"[Lora]\n{declaration} : Module<Tensor, Tensor>\n{Body}", $"[Lora]\n{expected} : Module<Tensor, Tensor>\n{Body}");

    [Fact]
    public Task A_containing_class() => Verify.CodeFixAsync<RemoveFileModifierCodeFix>(
        $"file static partial class {{|DCL0005:Models|}}\n{{\n[Lora]\npublic partial class Net : Module<Tensor, Tensor>\n{Body}\n}}",
        $"static partial class Models\n{{\n[Lora]\npublic partial class Net : Module<Tensor, Tensor>\n{Body}\n}}");

    [Fact]
    public Task No_fix_is_offered_where_another_class_has_the_name()
    {
        var test = new CodeFixTest<RemoveFileModifierCodeFix>
        {
            Sources =
            {
                ("Test.cs", $"[Lora]\nfile partial class {{|DCL0005:Net|}} : Module<Tensor, Tensor>\n{Body}"),
                ("Other.cs", "public class Net;"),
            },
            FixedSources =
            {
                ("Test.cs", $"[Lora]\nfile partial class {{|DCL0005:Net|}} : Module<Tensor, Tensor>\n{Body}"),
                ("Other.cs", "public class Net;"),
            },
        };
        return test.RunAsync();
    }
}
