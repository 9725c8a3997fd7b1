using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class DecomposeFactorTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-2", "-2")]
    [InlineData("Net.None", "0")]
    public Task A_factor_that_is_none(string written, string value) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[LoKr(DecomposeFactor = {{|#0:{written}|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.DecomposeFactor).WithLocation(0).WithArguments(value));

    [Theory]
    [InlineData("-1")]
    [InlineData("1")]
    [InlineData("7")]
    public Task Other_factors_are_fine(string value) => Verify.AnalyzerAsync(Models.WithAttribute($"[LoKr(DecomposeFactor = {value})]"));
}
