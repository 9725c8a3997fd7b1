using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Declaration;

public class NotPartialTests
{
    private const string Body = """
        {
            private readonly Linear fc = Linear(16, 16);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """;

    [Fact]
    public Task A_class_without_partial() => Verify.AnalyzerAsync(
        $$"""
        [Lora]
        public sealed class {|#0:Net|} : Module<Tensor, Tensor>
        {{Body}}
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NotPartial).WithLocation(0).WithArguments("Net", "Lora", "Net"));

    [Fact]
    public Task Containing_classes_without_partial() => Verify.AnalyzerAsync(
        $$"""
        public static class {|#0:Outer|}
        {
            public static partial class Middle
            {
                [Lora]
                public sealed class {|#1:Net|} : Module<Tensor, Tensor>
                {{Body}}
            }
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NotPartial).WithLocation(0).WithArguments("Outer", "Lora", "Net"),
        Verify.Diagnostic(DiagnosticDescriptors.NotPartial).WithLocation(1).WithArguments("Net", "Lora", "Net"));

    [Fact]
    public Task A_field_with_an_attribute_in_a_class_without_partial() => Verify.AnalyzerAsync(
        """
        public sealed class {|DCL0001:Net|} : Module<Tensor, Tensor>
        {
            [Lora]
            private readonly Linear fc = Linear(16, 16);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """);

    [Fact]
    public Task Two_attributes_of_one_class_are_reported_once() => Verify.AnalyzerAsync(
        $$"""
        [Lora(Name = "a")]
        [Lora(Name = "b")]
        public sealed class {|DCL0001:Net|} : Module<Tensor, Tensor>
        {{Body}}
        """);

    [Fact]
    public Task A_generic_class_without_partial() => Verify.AnalyzerAsync(
        $$"""
        [Lora]
        public sealed class {|DCL0001:Net|}<T> : Module<Tensor, Tensor>
        {{Body}}
        """);

    [Fact]
    public Task Partial_classes_and_classes_that_are_only_reached_are_fine() => Verify.AnalyzerAsync(
        """
        public partial class Outer
        {
            [Lora]
            public sealed partial class Net : Module<Tensor, Tensor>
            {
                private readonly Block block = new();
                public Net() : base("net") => RegisterComponents();
                public override Tensor forward(Tensor x) => block.forward(x);
            }
        }

        public sealed class Block : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(16, 16);
            public Block() : base("block") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """);

    [Fact]
    public Task A_class_in_two_files_is_fine() => Verify.AnalyzerAsync(
        [
            ("Net.cs", """
                [Lora]
                public sealed partial class Net : Module<Tensor, Tensor>
                {
                    public override Tensor forward(Tensor x) => fc.forward(x);
                }
                """),
            ("Net.Layers.cs", """
                partial class Net
                {
                    private readonly Linear fc = Linear(16, 16);
                    public Net() : base("net") => RegisterComponents();
                }
                """),
        ]);
}
