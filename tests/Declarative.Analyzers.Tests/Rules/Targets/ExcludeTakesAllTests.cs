using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Targets;

public class ExcludeTakesAllTests
{
    [Theory]
    [InlineData("", "**", "all-linear", 2)]
    [InlineData("Targets = \"q\", ", "q", "q", 1)]
    [InlineData("Targets = \"q|v\", ", "v|q", "q|v", 2)]
    [InlineData("Targets = \"*\", ", "all-linear", "*", 2)]
    public Task Nothing_is_left(string targets, string exclude, string meant, int layers) => Verify.AnalyzerAsync(
        Model($"[Lora({targets}Exclude = {{|#0:\"{exclude}\"|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.ExcludeTakesAll).WithLocation(0).WithArguments(exclude, meant, layers, "Net"));

    [Theory]
    [InlineData("[Lora(Exclude = \"q\")]")]
    [InlineData("[Lora(Targets = \"q|v\", Exclude = \"v\")]")]
    public Task Something_is_left(string attribute) => Verify.AnalyzerAsync(Model(attribute));

    [Fact]
    public Task Targets_that_match_nothing_are_reported_as_that() => Verify.AnalyzerAsync(Model("[Lora(Targets = \"{|DCL0202:key|}\", Exclude = \"q\")]"));

    private static string Model(string attribute) =>
        $$"""
        {{attribute}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), v = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(q.forward(x));
        }
        """;
}
