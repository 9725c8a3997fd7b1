using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Methods;

/// <summary>What the rules say of <c>[DoRA]</c>: what they say of <c>[Lora]</c>, with its own parameters counted.</summary>
public class DoRATests
{
    [Theory]
    [InlineData("Rank = {|DCL0101:0|}")]
    [InlineData("Rank = {|DCL0102:65|}")]
    [InlineData("Alpha = {|DCL0103:0|}")]
    [InlineData("Dropout = {|DCL0104:1|}")]
    [InlineData("Rank = {|DCL0105:3|}, Init = LoraInit.Orthogonal")]
    [InlineData("RankStabilized = true, Alpha = {|DCL0108:16|}")]
    [InlineData("Targets = \"{|DCL0202:r|}\"")]
    public Task Its_values_are_checked(string values) => Verify.AnalyzerAsync(Model($"[DoRA({values})]"));

    // A [32, 64] and B [64, 32] alone are as many as the weight's 4,096; the magnitude makes it more.
    [Fact]
    public async Task The_magnitude_counts()
    {
        await Verify.AnalyzerAsync(Model("[Lora(Rank = 32)]"));
        await Verify.AnalyzerAsync(
            Model("[DoRA(Rank = {|#0:32|})]"),
            Verify.Diagnostic(DiagnosticDescriptors.MoreParametersThanLayer).WithLocation(0).WithArguments(32, "q", "[64, 64]", "4,160", "4,096", " and of one layer more"));
    }

    [Fact]
    public Task Beside_Lora_under_one_name() => Verify.AnalyzerAsync(
        Model("[Lora(Targets = \"q\")]\n[{|#0:DoRA|}(Targets = \"v\")]"),
        Verify.Diagnostic(DiagnosticDescriptors.OneName).WithLocation(0).WithArguments("default", "Net", "one is [Lora] and the other [DoRA]"));

    [Fact]
    public Task Beside_Lora_on_one_layer() => Verify.AnalyzerAsync(
        Model("[Lora(Targets = \"q|v\")]\n[{|DCL0006:DoRA|}(Targets = \"{|DCL0206:v|}\")]"));

    [Fact]
    public Task Alone_it_is_fine() => Verify.AnalyzerAsync(Model("[DoRA]"));

    private static string Model(string attributes) =>
        $$"""
        {{attributes}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(64, 64), v = Linear(64, 64);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(q.forward(x));
        }
        """;
}
