using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Declaration;

public class NotExtensibleTests
{
    private const string Body = """
        {
            private readonly Linear fc = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """;

    [Fact]
    public Task A_class_of_one_file() => Verify.AnalyzerAsync(
        $$"""
        [Lora]
        file sealed partial class {|#0:Net|} : Module<Tensor, Tensor>
        {{Body}}
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NotExtensible).WithLocation(0).WithArguments("Net", "Lora", "Net"));

    [Fact]
    public Task A_class_inside_a_class_of_one_file() => Verify.AnalyzerAsync(
        $$"""
        file static partial class {|#0:Models|}
        {
            [Lora]
            public sealed partial class Net : Module<Tensor, Tensor>
            {{Body}}
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NotExtensible).WithLocation(0).WithArguments("Models", "Lora", "Net"));

    [Fact]
    public Task Classes_that_other_files_can_continue_are_fine() => Verify.AnalyzerAsync(
        $$"""
        internal static partial class Models
        {
            [Lora]
            private sealed partial class Net : Module<Tensor, Tensor>
            {{Body}}
        }
        """);
}
