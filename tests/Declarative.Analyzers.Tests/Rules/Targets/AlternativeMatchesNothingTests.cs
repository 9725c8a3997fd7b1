using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Targets;

public class AlternativeMatchesNothingTests
{
    [Fact]
    public Task One_alternative_of_two() => Verify.AnalyzerAsync(
        Model("\"q_proj|{|#0:v_porj|}\""),
        Verify.Diagnostic(DiagnosticDescriptors.AlternativeMatchesNothing).WithLocation(0)
            .WithArguments("v_porj", "Net", "did you mean 'v_proj'?"));

    [Theory]
    [InlineData("\"{|DCL0203:v_porj|}|q_proj\"")]
    [InlineData("\" q_proj | {|DCL0203:v_porj|} | {|DCL0203:c_attn|} \"")]
    [InlineData("@\"q_proj|{|DCL0203:v_porj|}\"")]
    [InlineData("\"\"\"q_proj|{|DCL0203:v_porj|}\"\"\"")]
    [InlineData("{|DCL0203:\"q_proj|\" + \"v_porj\"|}")]
    [InlineData("\"all-linear|{|DCL0203:v_porj|}\"")]
    [InlineData("\"{|DCL0203:net.q_proj|}|v_proj\"")]
    public Task The_alternative_alone_is_marked_wherever_it_stands(string written) => Verify.AnalyzerAsync(Model(written));

    [Theory]
    [InlineData("\"q_proj|v_proj\"")]
    [InlineData("\"q_proj|q*\"")]
    [InlineData("\"all-linear|*_proj\"")]
    public Task Alternatives_that_overlap_are_fine(string written) => Verify.AnalyzerAsync(Model(written));

    private static string Model(string written) =>
        $$"""
        [Lora(Targets = {{written}})]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q_proj = Linear(64, 64), v_proj = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v_proj.forward(q_proj.forward(x));
        }
        """;
}
