using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

/// <summary>The values of the methods whose update has the weight's shape.</summary>
public class DeltaValueTests
{
    private const string Form = "PEFT's configuration has one use_effective_conv2d for all layers, and only one of them has UseEffectiveConv2d";
    private const string Factors = "PEFT's configuration has one decompose_both and one decompose_factor for all layers, and they differ here";

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
    [InlineData("[LoKr(Rank = 8, DecomposeBoth = false)]")]
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
    [InlineData("fc", "private readonly Conv2d fc = Conv2d(64, 64, 3);")]
    [InlineData("fc|rest", "private readonly Conv2d fc = Conv2d(64, 64, 3); private readonly Linear rest = Linear(64, 64); public Tensor More(Tensor x) => rest.forward(x);")]
    public Task The_form_of_a_convolution_with_a_kernel_is_fine(string targets, string fields) => Verify.AnalyzerAsync(
        Models.WithField($"[LoHa(Targets = \"{targets}\", UseEffectiveConv2d = true)]", fields));

    [Fact]
    public Task Two_factors_that_are_no_smaller_than_what_they_replace() => Verify.AnalyzerAsync(
        Models.WithAttribute("[LoKr(Rank = 8, {|#0:DecomposeBoth = true|})]"),
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(0)
            .WithArguments("DecomposeBoth", "LoKr", "at this rank two factors of w1 are no smaller than w1 itself"));

    [Fact]
    public Task Two_factors_that_are_smaller_in_some_layer_are_fine() => Verify.AnalyzerAsync(Models.WithField(
        "[LoKr(Rank = 8, DecomposeBoth = true)]",
        "private readonly Linear fc = Linear(64, 64), wide = Linear(4096, 4096); public Tensor More(Tensor x) => wide.forward(x);"));

    [Theory]
    [InlineData("LoHa", "UseEffectiveConv2d = true", "", Form)]
    [InlineData("LoKr", "UseEffectiveConv2d = true", "", Form)]
    [InlineData("LoKr", "DecomposeFactor = 4", ", DecomposeFactor = 8", Factors)]
    [InlineData("LoKr", "Rank = 2, DecomposeBoth = true", "", Factors)]
    public Task Two_forms_do_not_go_into_one_checkpoint(string method, string first, string second, string conflict) => Verify.AnalyzerAsync(
        TwoConvolutions($"[{method}(Targets = \"a\", {first})]", $"[{{|#0:{method}|}}(Targets = \"b\"{second})]"),
        Verify.Diagnostic(DiagnosticDescriptors.OneName).WithLocation(0).WithArguments("default", "Net", conflict));

    [Theory]
    [InlineData("LoHa", "UseEffectiveConv2d = true", "UseEffectiveConv2d = true, Rank = 2")]
    [InlineData("LoKr", "DecomposeFactor = 4", "DecomposeFactor = 4, Rank = 2")]
    public Task One_form_goes_into_one_checkpoint(string method, string first, string second) => Verify.AnalyzerAsync(
        TwoConvolutions($"[{method}(Targets = \"a\", {first})]", $"[{method}(Targets = \"b\", {second})]"));

    private static string TwoConvolutions(string first, string second) =>
        $$"""
        {{first}}
        {{second}}
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Conv2d a = Conv2d(64, 64, 3), b = Conv2d(64, 64, 3);
            public Net() : base("net") => RegisterComponents();
            public override Tensor forward(Tensor x) => b.forward(a.forward(x));
        }
        """;
}
