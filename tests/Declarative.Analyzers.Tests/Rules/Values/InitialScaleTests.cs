using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class InitialScaleTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.0", "-0")]
    [InlineData("None", "0")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("double.PositiveInfinity", "Infinity")]
    [InlineData("double.NegativeInfinity", "-Infinity")]
    public Task A_start_from_which_nothing_is_trained(string start, string text) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[VeRA(Rank = 8, DInitial = {{|#0:{start}|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.InitialScale).WithLocation(0).WithArguments(text));

    [Theory]
    [InlineData("[VeRA]")]
    [InlineData("[VeRA(DInitial = 1e-7)]")]
    [InlineData("[VeRA(DInitial = -1)]")]
    public Task Other_starts_are_fine(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));
}
