using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class DecayOutOfRangeTests
{
    [Theory]
    [InlineData("Beta1", "0", "0")]
    [InlineData("Beta2", "1", "1")]
    [InlineData("Beta2", "85", "85")]
    [InlineData("Beta1", "double.NaN", "NaN")]
    public Task A_decay_outside_0_to_1(string property, string written, string value) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[AdaLora(TotalSteps = 10, {property} = {{|#0:{written}|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.DecayOutOfRange).WithLocation(0).WithArguments(property, value));

    [Fact]
    public Task Decays_between_are_fine() =>
        Verify.AnalyzerAsync(Models.WithAttribute("[AdaLora(TotalSteps = 10, Beta1 = 0.001, Beta2 = 0.999)]"));
}
