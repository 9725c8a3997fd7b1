using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

/// <summary>The values of the methods whose update has the weight's shape.</summary>
public class DeltaValueTests
{
    [Theory]
    [InlineData("[LoHa(Rank = {|DCL0101:0|})]")]
    [InlineData("[LoHa(Rank = {|DCL0102:65|})]")]
    [InlineData("[LoHa(Rank = {|DCL0106:17|})]")]
    [InlineData("[LoHa(Alpha = {|DCL0103:0|})]")]
    [InlineData("[LoKr(Rank = {|DCL0101:0|})]")]
    [InlineData("[LoKr(Alpha = {|DCL0103:-1|})]")]
    public Task Ranks_and_alphas_out_of_range(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));

    [Theory]
    [InlineData("[LoHa]")]
    [InlineData("[LoKr]")]
    [InlineData("[LoKr(Rank = 100000, Alpha = 100000)]")]
    [InlineData("[LoKr(Rank = 2, DecomposeBoth = true)]")]
    [InlineData("[LoKr(Rank = 8, {|DCL0107:DecomposeBoth = true|})]")]
    [InlineData("[LoHa(Rank = 16, Alpha = 0.5, UseEffectiveConv2d = false)]")]
    public Task Values_in_their_range_are_fine(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));

    [Theory]
    [InlineData("LoKr", "private readonly Linear fc = Linear(64, 64);")]
    [InlineData("LoHa", "private readonly Linear fc = Linear(64, 64);")]
    [InlineData("LoHa", "private readonly Conv2d fc = Conv2d(64, 64, 1);")]
    public Task The_form_of_a_convolution_where_there_is_none(string method, string field) => Verify.AnalyzerAsync(
        Models.WithField($"[{method}(Targets = \"fc\", {{|#0:UseEffectiveConv2d = true|}})]", field),
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(0).WithArguments(
            "UseEffectiveConv2d", method, "no layer that it adapts is a convolution with a kernel larger than 1"));

    [Theory]
    [InlineData("LoHa")]
    public Task The_form_of_a_convolution_with_a_kernel_is_fine(string method) => Verify.AnalyzerAsync(
        Models.WithField($"[{method}(Targets = \"fc\", UseEffectiveConv2d = true)]", "private readonly Conv2d fc = Conv2d(64, 64, 3);"));

    [Theory]
    [InlineData("LoHa", "UseEffectiveConv2d = true", "")]
    [InlineData("LoKr", "UseEffectiveConv2d = true", "")]
    [InlineData("LoKr", "DecomposeFactor = 4", ", DecomposeFactor = 8")]
    public Task Two_forms_do_not_go_into_one_checkpoint(string method, string first, string second) => Verify.AnalyzerAsync(
        $$"""
        [{{method}}(Targets = "a", {{first}})]
        [{|DCL0006:{{method}}|}(Targets = "b"{{second}})]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Conv2d a = Conv2d(64, 64, 3), b = Conv2d(64, 64, 3);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => b.forward(a.forward(x));
        }
        """);
}
