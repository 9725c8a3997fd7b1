using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class DropoutOutOfRangeTests
{
    [Theory]
    [InlineData("10", "10")]
    [InlineData("1", "1")]
    [InlineData("-0.1", "-0.1")]
    [InlineData("double.NaN", "NaN")]
    public Task A_probability_outside_0_to_1(string written, string value) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[Lora(Dropout = {{|#0:{written}|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.DropoutOutOfRange).WithLocation(0).WithArguments(value));

    [Theory]
    [InlineData("[Lora(Rank = 4)]")]
    [InlineData("[Lora(Dropout = 0)]")]
    [InlineData("[Lora(Dropout = 0.999)]")]
    public Task A_probability_below_1_and_the_default_are_fine(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));
}
