using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class LearningRateRatioNotPositiveTests
{
    [Theory]
    [InlineData("Lora", "0", "0")]
    [InlineData("Lora", "-16", "-16")]
    [InlineData("DoRA", "double.NaN", "NaN")]
    [InlineData("DoRA", "double.PositiveInfinity", "Infinity")]
    public Task A_ratio_that_is_no_finite_number_above_0(string attribute, string written, string value) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[{attribute}(LearningRateRatio = {{|#0:{written}|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.LearningRateRatioNotPositive).WithLocation(0).WithArguments(value));

    [Theory]
    [InlineData("[Lora(Rank = 4)]")]
    [InlineData("[Lora(LearningRateRatio = 16)]")]
    [InlineData("[DoRA(LearningRateRatio = 0.5)]")]
    public Task A_ratio_above_0_and_the_default_are_fine(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));
}
