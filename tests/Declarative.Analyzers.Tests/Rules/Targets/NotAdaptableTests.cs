using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Targets;

public class NotAdaptableTests
{
    private const string Adaptable = "Linear, Embedding, Conv1d, Conv2d, and modules of one's own from tensor to tensor with a two-dimensional weight";

    [Theory]
    [InlineData("{|#0:drop|}", "drop", "Dropout")]
    [InlineData("fc|{|#0:ln_1|}", "ln_1", "LayerNorm")]
    [InlineData("{|#0:net.act|}|fc", "net.act", "GELU")]
    [InlineData("fc|{|#0:ln_*|}", "ln_1", "LayerNorm")]
    public Task A_layer_without_a_matrix(string targets, string layer, string type) => Verify.AnalyzerAsync(
        Model($"[Lora(Targets = \"{targets}\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.NotAdaptable).WithLocation(0).WithArguments(layer, type, "Lora", Adaptable));

    [Theory]
    [InlineData("LayerNorm", "ln", "LayerNorm(64)")]
    [InlineData("Dropout", "drop", "Dropout(0.1)")]
    [InlineData("ModuleList<Dropout>", "drops", "new(Dropout(0.1))")]
    public Task An_attribute_on_a_member_that_is_none(string type, string name, string value) => Verify.AnalyzerAsync(
        $$"""
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [{|#0:Lora|}]
            private readonly {{type}} {{name}} = {{value}};
            private readonly Linear fc = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => {{name}} is null ? x : fc.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NotAdaptable).WithLocation(0).WithArguments(name, type, "Lora", Adaptable));

    [Fact]
    public Task An_attribute_on_a_member_that_is_no_module() => Verify.AnalyzerAsync(
        """
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [{|#0:Lora|}]
            private readonly int width = 64;
            private readonly Linear fc = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x) * width;
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.NotAdaptable).WithLocation(0).WithArguments("width", "int", "Lora", Adaptable));

    [Theory]
    [InlineData("fc")]
    [InlineData("fc|emb|conv")]
    [InlineData("net.*")]
    [InlineData("**")]
    [InlineData("all-linear")]
    [InlineData("net.**|fc")]
    public Task Layers_that_it_adapts_and_wildcards_that_meet_others_too_are_fine(string targets) =>
        Verify.AnalyzerAsync(Model($"[Lora(Targets = \"{targets}\")]"));

    [Fact]
    public Task An_attribute_on_a_Sequential_with_some_layers_that_it_adapts_is_fine() => Verify.AnalyzerAsync(
        """
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [Lora]
            private readonly Sequential net = Sequential(("act", GELU()), ("up", Linear(64, 64)));
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => net.forward(x);
        }
        """);

    [Fact]
    public Task A_module_that_only_a_run_knows_is_fine() => Verify.AnalyzerAsync(
        """
        [Lora(Targets = "any")]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Module<Tensor, Tensor> any;
            public Net(Module<Tensor, Tensor> any) : base("net")
            {
                this.any = any;
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => any.forward(x);
        }
        """);

    private static string Model(string attribute) =>
        $$"""
        {{attribute}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(64, 64);
            private readonly Embedding emb = Embedding(1000, 64);
            private readonly Conv1d conv = Conv1d(64, 64, 3);
            private readonly LayerNorm ln_1 = LayerNorm(64), ln_2 = LayerNorm(64);
            private readonly Dropout drop = Dropout(0.1);
            private readonly Sequential net = Sequential(("up", Linear(64, 64)), ("act", GELU()));
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) =>
                ln_2.forward(net.forward(drop.forward(ln_1.forward(fc.forward(conv.forward(emb.forward(x)))))));
        }
        """;
}
