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
}
