using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Targets;

public class TiedWeightTests
{
    [Fact]
    public Task A_head_that_has_the_embedding_as_its_weight() => Verify.AnalyzerAsync(
        Model("\"fc|{|#0:lm_head|}\"", "lm_head.weight = tok_emb.weight!;"),
        Verify.Diagnostic(DiagnosticDescriptors.TiedWeight).WithLocation(0)
            .WithArguments("lm_head", "tok_emb", "lm_head.weight = tok_emb.weight!"));

    [Fact]
    public Task The_embedding_whose_weight_the_head_has() => Verify.AnalyzerAsync(
        Model("\"{|#0:tok_emb|}|fc\"", "lm_head.weight = tok_emb.weight!;"),
        Verify.Diagnostic(DiagnosticDescriptors.TiedWeight).WithLocation(0)
            .WithArguments("tok_emb", "lm_head", "lm_head.weight = tok_emb.weight!"));

    [Fact]
    public Task Reported_once_where_both_are_targets() => Verify.AnalyzerAsync(
        Model("\"tok_emb|{|#0:lm_head|}\"", "lm_head.weight = tok_emb.weight!;"),
        Verify.Diagnostic(DiagnosticDescriptors.TiedWeight).WithLocation(0)
            .WithArguments("lm_head", "tok_emb", "lm_head.weight = tok_emb.weight!"));

    [Theory]
    [InlineData("this.lm_head.weight = this.tok_emb.weight!;")]
    [InlineData("(lm_head).weight = (tok_emb.weight!);")]
    [InlineData("if (tie) lm_head.weight = tok_emb.weight!;")]
    public Task In_other_words(string tie) => Verify.AnalyzerAsync(Model("\"fc|{|DCL0205:lm_head|}\"", tie));

    [Fact]
    public Task By_a_class_outside() => Verify.AnalyzerAsync(
        """
        [{|#0:Lora|}]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Half encoder = new(), decoder = new();
            public Net() : base("net")
            {
                decoder.proj.weight = encoder.proj.weight!;
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => decoder.forward(encoder.forward(x));
        }

        public sealed class Half : Module<Tensor, Tensor>
        {
            public readonly Linear proj = Linear(64, 64);
            public Half() : base("half") => RegisterComponents();
            public override Tensor forward(Tensor x) => proj.forward(x);
        }
        """,
        Verify.Diagnostic(DiagnosticDescriptors.TiedWeight).WithLocation(0)
            .WithArguments("encoder.proj", "proj", "decoder.proj.weight = encoder.proj.weight!"));

    [Theory]
    [InlineData("\"fc\"", "lm_head.weight = tok_emb.weight!;")]
    [InlineData("\"all-linear\"", "lm_head.weight = tok_emb.weight!;")]
    [InlineData("\"fc|lm_head|tok_emb\"", "lm_head.weight = new Parameter(zeros(1000, 64));")]
    [InlineData("\"fc|lm_head|tok_emb\"", "init.normal_(lm_head.weight); var w = tok_emb.weight; _ = w!.numel();")]
    [InlineData("\"fc|lm_head|tok_emb\"", "lm_head.bias = null!; width = (int)tok_emb.weight!.size(0);")]
    public Task Other_layers_and_weights_of_their_own_are_fine(string targets, string statement) => Verify.AnalyzerAsync(Model(targets, statement));

    private static string Model(string targets, string statement) =>
        $$"""
        [Lora(Targets = {{targets}})]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Embedding tok_emb = Embedding(1000, 64);
            private readonly Linear fc = Linear(64, 64), lm_head = Linear(64, 1000, hasBias: false);
            private int width = 1;
            public Net(bool tie = true) : base("net")
            {
                width++;
                {{statement}}
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) => lm_head.forward(fc.forward(tok_emb.forward(x))) * width;
        }
        """;
}
