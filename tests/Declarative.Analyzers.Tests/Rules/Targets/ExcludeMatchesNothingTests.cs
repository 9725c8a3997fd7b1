using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Targets;

public class ExcludeMatchesNothingTests
{
    [Fact]
    public Task A_misspelt_name() => Verify.AnalyzerAsync(
        Model("[Lora(Exclude = \"q_proj|{|#0:v_porj|}\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.ExcludeMatchesNothing).WithLocation(0)
            .WithArguments("v_porj", "all-linear", "did you mean 'v_proj'?"));

    [Fact]
    public Task A_name_of_another_model() => Verify.AnalyzerAsync(
        Model("[Lora(Exclude = \"{|#0:dense_4h_to_h|}\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.ExcludeMatchesNothing).WithLocation(0)
            .WithArguments("dense_4h_to_h", "all-linear", "its layers are q_proj, v_proj"));

    [Theory]
    [InlineData("Targets = \"q_proj\", Exclude = \"{|DCL0209:v_proj|}\"")]
    [InlineData("Targets = \"q_proj\", Exclude = \"{|DCL0209:lm_head|}\"")]
    [InlineData("Exclude = \"{|DCL0209:norm|}\"")]
    public Task A_layer_that_Targets_do_not_mean(string values) => Verify.AnalyzerAsync(Model($"[Lora({values})]"));

    [Theory]
    [InlineData("Exclude = \"q_proj\"")]
    [InlineData("Exclude = \"lm_head\"")]
    [InlineData("Exclude = \"q_proj|lm_head\"")]
    [InlineData("Targets = \"q_proj|v_proj\", Exclude = \"v*\"")]
    [InlineData("Targets = \"q_proj|all-linear\", Exclude = \"lm_head\"")]
    public Task Layers_that_are_meant_and_the_head_are_fine(string values) => Verify.AnalyzerAsync(Model($"[Lora({values})]"));

    [Fact]
    public Task A_name_of_a_layer_that_a_class_inside_registers_by_itself_is_fine() => Verify.AnalyzerAsync(
        """
        [Lora(Exclude = "many*")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Block block = new(1);
            private readonly Linear first = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => first.forward(block.forward(x));
        }

        public sealed class Block : Module<Tensor, Tensor>
        {
            private readonly Linear only = Linear(64, 64);
            public Block(int width) : base("block")
            {
                register_module($"many{width}", only);
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => only.forward(x);
        }
        """);

    [Theory]
    [InlineData("private readonly Linear[] many = [Linear(64, 64)];", "register_module(\"many0\", many[0]);", "many[0].forward(x)")]
    [InlineData("private readonly Linear only = Linear(64, 64);", "register_module($\"many{width}\", only);", "only.forward(x)")]
    [InlineData("private readonly Module<Tensor, Tensor> any = Any.Make();", "", "any.forward(x)")]
    public Task A_name_of_a_layer_that_only_a_run_knows_is_fine(string field, string registration, string forward) => Verify.AnalyzerAsync(
        $$"""
        [Lora(Exclude = "many*")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear first = Linear(64, 64);
            {{field}}
            public Net(int width) : base("net")
            {
                {{registration}}
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => first.forward({{forward}});
        }

        public static class Any
        {
            public static Func<Module<Tensor, Tensor>> Make { get; set; } = () => ReLU();
        }
        """);

    private static string Model(string attribute) =>
        $$"""
        {{attribute}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q_proj = Linear(64, 64), v_proj = Linear(64, 64), lm_head = Linear(64, 1000);
            private readonly LayerNorm norm = LayerNorm(64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => lm_head.forward(norm.forward(v_proj.forward(q_proj.forward(x))));
        }
        """;
}
