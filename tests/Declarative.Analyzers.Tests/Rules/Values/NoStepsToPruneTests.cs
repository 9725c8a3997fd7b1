using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class NoStepsToPruneTests
{
    [Theory]
    [InlineData("[{|#0:AdaLora|}]", 0, 0, 0)]
    [InlineData("[{|#0:AdaLora|}(InitialSteps = 10)]", 0, 10, 0)]
    [InlineData("[AdaLora(TotalSteps = {|#0:0|})]", 0, 0, 0)]
    [InlineData("[AdaLora(InitialSteps = 200, FinalSteps = 800, TotalSteps = {|#0:1000|})]", 1000, 200, 800)]
    public Task Steps_that_are_all_initial_or_final(string attribute, int total, int initial, int final) => Verify.AnalyzerAsync(
        Models.WithAttribute(attribute),
        Verify.Diagnostic(DiagnosticDescriptors.NoStepsToPrune).WithLocation(0).WithArguments(total, initial, final));

    [Theory]
    [InlineData("[AdaLora(TotalSteps = 1)]")]
    [InlineData("[AdaLora(InitialSteps = 200, FinalSteps = 799, TotalSteps = 1000)]")]
    public Task One_step_between_is_enough(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));
}
