using System.Globalization;
using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class StepsOutOfRangeTests
{
    [Theory]
    [InlineData("InitialSteps", -1, 0)]
    [InlineData("FinalSteps", -5, 0)]
    [InlineData("Interval", 0, 1)]
    public Task Steps_below_the_least(string property, int value, int least) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[AdaLora(TotalSteps = 10, {property} = {{|#0:{value}|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.StepsOutOfRange).WithLocation(0).WithArguments(property, value.ToString(CultureInfo.InvariantCulture), least));

    [Fact]
    public Task A_start_below_0() => Verify.AnalyzerAsync(
        Models.WithAttribute("[DeltaLora(StartStep = {|#0:-1|})]"),
        Verify.Diagnostic(DiagnosticDescriptors.StepsOutOfRange).WithLocation(0).WithArguments("StartStep", "-1", 0));

    [Fact]
    public Task The_least_steps_are_fine() =>
        Verify.AnalyzerAsync(Models.WithAttribute("[AdaLora(TotalSteps = 10, InitialSteps = 0, FinalSteps = 0, Interval = 1)]"));
}
