using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class AlphaNotPositiveTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("double.PositiveInfinity", "Infinity")]
    public Task An_alpha_that_is_no_finite_number_above_0(string written, string value) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[Lora(Alpha = {{|#0:{written}|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.AlphaNotPositive).WithLocation(0).WithArguments(value));

    [Theory]
    [InlineData("[Lora(Rank = 4)]")]
    [InlineData("[Lora(Alpha = 0.001)]")]
    [InlineData("[Lora(Alpha = 64)]")]
    public Task An_alpha_above_0_and_the_default_are_fine(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));
}
