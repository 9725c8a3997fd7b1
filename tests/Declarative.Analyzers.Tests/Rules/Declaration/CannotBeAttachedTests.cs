using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Declaration;

public class CannotBeAttachedTests
{
    [Theory]
    [InlineData("private static readonly Linear fc = Linear(64, 64);", "it is static, and only what belongs to an instance is registered in it")]
    [InlineData("private static Linear fc { get; } = Linear(64, 64);", "it is static, and only what belongs to an instance is registered in it")]
    [InlineData("private Linear fc => own;", "it is computed and holds nothing itself; annotate the field behind it")]
    [InlineData("private Linear fc { get { return own; } }", "it is computed and holds nothing itself; annotate the field behind it")]
    public Task A_member_that_holds_no_layer_of_an_instance(string member, string why) => Verify.AnalyzerAsync(
        $$"""
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear own = Linear(64, 64);
            [{|#0:Lora|}]
            {{member}}
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => own.forward(fc.forward(x));
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.CannotBeAttached).WithLocation(0).WithArguments("Lora", "fc", why));

    [Fact]
    public Task An_abstract_member() => Verify.AnalyzerAsync(
        """
        public abstract partial class Base(string name) : Module<Tensor, Tensor>(name)
        {
            [{|#0:Lora|}]
            protected abstract Linear fc { get; }
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.CannotBeAttached).WithLocation(0)
            .WithArguments("Lora", "fc", "it is abstract and holds nothing itself; annotate the member that implements it"));

    [Fact]
    public Task An_abstract_class_that_nothing_derives_from() => Verify.AnalyzerAsync(
        Abstract("internal", "{|#0:Lora|}"),
        Verify.Diagnostic(DiagnosticDescriptors.CannotBeAttached).WithLocation(0)
            .WithArguments("Lora", "Net", "it is abstract, and no class in this project derives from it, so no model is ever one"));

    [Fact]
    public Task An_abstract_class_inside_one_that_nobody_else_sees() => Verify.AnalyzerAsync(
        $"internal static partial class Models {{ {Abstract("public", "{|DCL0004:Lora|}")} }}");

    [Theory]
    [InlineData("internal", "internal sealed class Small() : Net(\"small\");")]
    [InlineData("internal", "internal abstract class Middle() : Net(\"middle\"); internal sealed class Small : Middle;")]
    [InlineData("public", "")]
    public Task Abstract_classes_that_have_instances_or_may_have_them_elsewhere_are_fine(string accessibility, string derived) =>
        Verify.AnalyzerAsync(Abstract(accessibility, "Lora") + derived);

    [Theory]
    [InlineData("private readonly Linear fc = Linear(64, 64);")]
    [InlineData("public Linear fc { get; } = Linear(64, 64);")]
    [InlineData("public Linear fc { get; private set; } = Linear(64, 64);")]
    public Task Members_of_an_instance_are_fine(string member) => Verify.AnalyzerAsync(
        $$"""
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [Lora]
            {{member}}
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """);

    private static string Abstract(string accessibility, string attribute) =>
        $$"""
        [{{attribute}}]
        {{accessibility}} abstract partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(64, 64);
            protected Net(string name) : base(name) => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }

        """;
}
