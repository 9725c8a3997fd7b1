using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Declaration;

public class NotAModuleTests
{
    [Fact]
    public Task A_class_that_is_no_module() => Verify.AnalyzerAsync(
        """
        [Lora]
        public sealed class {|#0:Trainer|}
        {
            public int Steps { get; init; }
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NotAModule).WithLocation(0).WithArguments("Trainer", "Lora"));

    [Fact]
    public Task A_field_of_a_class_that_is_no_module() => Verify.AnalyzerAsync(
        """
        public sealed partial class {|DCL0002:Trainer|}
        {
            [Lora]
            public readonly Linear fc = Linear(16, 16);
        }
        """);

    [Fact]
    public Task What_only_a_module_can_do_wrong_is_not_reported_too() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "fc")]
        internal abstract class {|DCL0002:Trainer|};
        """);

    [Fact]
    public Task Other_mistakes_of_such_an_attribute_are_still_found() => Verify.AnalyzerAsync(
        """
        [Lora(Rank = {|DCL0101:0|})]
        public sealed class {|DCL0002:Trainer|};
        """);

    [Fact]
    public Task Modules_of_every_arity_are_fine() => Verify.AnalyzerAsync(
        """
        [Lora]
        public sealed partial class Two : Module<Tensor, Tensor, Tensor>
        {
            private readonly Linear fc = Linear(16, 16);
            public Two() : base("two") => RegisterComponents();
            public override Tensor forward(Tensor x, Tensor mask) => fc.forward(x) * mask;
        }

        public abstract class Base(string name) : Module(name);

        [Lora]
        public sealed partial class Plain : Base
        {
            private readonly Linear fc = Linear(16, 16);
            public Plain() : base("plain") => RegisterComponents();
            public Tensor Run(Tensor x) => fc.forward(x);
        }
        """);
}
