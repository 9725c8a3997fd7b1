using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class WeightOutOfRangeTests
{
    [Theory]
    [InlineData("-0.5", "-0.5")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("double.PositiveInfinity", "Infinity")]
    public Task A_weight_that_is_no_finite_number_from_0(string written, string value) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[AdaLora(TotalSteps = 10, OrthogonalityWeight = {{|#0:{written}|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.WeightOutOfRange).WithLocation(0).WithArguments("OrthogonalityWeight", value));

    [Fact]
    public Task A_factor_below_0() => Verify.AnalyzerAsync(
        Models.WithAttribute("[DeltaLora(Lambda = {|#0:-2|})]"),
        Verify.Diagnostic(DiagnosticDescriptors.WeightOutOfRange).WithLocation(0).WithArguments("Lambda", "-2"));

    [Theory]
    [InlineData("[DeltaLora(Lambda = 0)]")]
    [InlineData("[AdaLora(TotalSteps = 10, OrthogonalityWeight = 0)]")]
    [InlineData("[AdaLora(TotalSteps = 10)]")]
    public Task A_weight_from_0_and_the_default_are_fine(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));
}
