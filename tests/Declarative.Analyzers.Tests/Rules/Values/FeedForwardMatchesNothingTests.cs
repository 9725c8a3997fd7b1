using Declarative.Analyzers.Tests.Verification;
using Declarative.CodeFixes;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class FeedForwardMatchesNothingTests
{
    [Fact]
    public Task A_misspelt_name() => Verify.AnalyzerAsync(
        Model("Targets = \"v_proj|fc2\", FeedForward = \"{|#0:fc3|}\""),
        Verify.Diagnostic(DiagnosticDescriptors.FeedForwardMatchesNothing).WithLocation(0).WithArguments("fc3", "did you mean 'fc2'?"));

    [Fact]
    public Task A_layer_that_is_no_target() => Verify.AnalyzerAsync(
        Model("Targets = \"v_proj\", FeedForward = \"{|#0:fc2|}\""),
        Verify.Diagnostic(DiagnosticDescriptors.FeedForwardMatchesNothing).WithLocation(0).WithArguments("fc2", "its layers are v_proj"));

    [Theory]
    [InlineData("Targets = \"v_proj|fc2\", FeedForward = \"fc2\"")]
    [InlineData("FeedForward = \"fc2|v*\"")]
    [InlineData("FeedForward = \"\"")]
    [InlineData("FeedForward = \"fc2{|DCL0201:$|}\"")]
    public Task Layers_that_are_targets_are_fine(string values) => Verify.AnalyzerAsync(Model(values));

    [Fact]
    public Task The_suggested_name_is_put_in_its_place() => Verify.CodeFixAsync<CorrectTargetCodeFix>(
        Model("FeedForward = \"v_proj|{|DCL0130:fc3|}\""), Model("FeedForward = \"v_proj|fc2\""));

    private static string Model(string values) =>
        $$"""
        [IA3({{values}})]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear v_proj = Linear(64, 64), fc2 = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc2.forward(v_proj.forward(x));
        }
        """;
}
