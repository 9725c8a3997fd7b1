using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Reach;

public class ReceiverNotNameableTests
{
    [Fact]
    public Task A_private_nested_layer() => Verify.AnalyzerAsync(
        Model("private", "fc.{|#0:forward|}(x)"),
        Verify.Diagnostic(DiagnosticDescriptors.ReceiverNotNameable).WithLocation(0)
            .WithArguments("fc", "Scaled", "is not visible outside its class, so no interceptor can name it", "Lora"));

    [Fact]
    public Task A_protected_nested_layer() => Verify.AnalyzerAsync(Model("protected", "fc.{|DCL0306:forward|}(x)"));

    [Fact]
    public Task A_layer_in_a_generic_class() => Verify.AnalyzerAsync(
        """
        public class Scaled<T> : Module<Tensor, Tensor>
        {
            public readonly Parameter weight = new(zeros(16, 16));
            public Scaled() : base("scaled") => RegisterComponents();
            public override Tensor forward(Tensor x) => functional.linear(x, weight);
        }

        [Lora(Targets = "fc")]
        public partial class Net<T> : Module<Tensor, Tensor>
        {
            private readonly Scaled<T> fc = new();
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.{|#0:forward|}(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.ReceiverNotNameable).WithLocation(0)
            .WithArguments("fc", "Scaled", "has type arguments that are not known or not visible outside its user, so no interceptor can name it", "Lora"));

    [Fact]
    public Task A_layer_that_is_local_to_its_file() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "fc")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Module<Tensor, Tensor> fc = new Scaled();
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => ((Scaled)fc).{|#0:forward|}(x);
        }

        file sealed class Scaled : Module<Tensor, Tensor>
        {
            public readonly Parameter weight = new(zeros(16, 16));
            public Scaled() : base("scaled") => RegisterComponents();
            public override Tensor forward(Tensor x) => functional.linear(x, weight);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.ReceiverNotNameable).WithLocation(0)
            .WithArguments("fc", "Scaled", "is local to its file, so no interceptor can name it", "Lora"));

    [Theory]
    [InlineData("internal", "fc.forward(x)")]
    [InlineData("public", "fc.forward(x)")]
    [InlineData("private", "fc.call(x)")]
    [InlineData("private", "((Module<Tensor, Tensor>)fc).forward(x)")]
    public Task Types_with_a_name_and_methods_of_the_base_class_are_fine(string visibility, string call) =>
        Verify.AnalyzerAsync(Model(visibility, call));

    private static string Model(string visibility, string call) =>
        $$"""
        [Lora(Targets = "fc")]
        public partial class Net : Module<Tensor, Tensor>
        {
            private readonly Scaled fc = new();
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => {{call}};

            {{visibility}} sealed class Scaled : Module<Tensor, Tensor>
            {
                public readonly Parameter weight = new(zeros(16, 16));
                public Scaled() : base("scaled") => RegisterComponents();
                public override Tensor forward(Tensor x) => functional.linear(x, weight);
            }
        }
        """;
}
