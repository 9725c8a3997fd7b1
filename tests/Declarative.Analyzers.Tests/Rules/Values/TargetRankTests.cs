using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class TargetRankTests
{
    [Theory]
    [InlineData("InitialRank = 4, TargetRank = {|#0:5|}", 5, 4)]
    [InlineData("TargetRank = {|#0:13|}", 13, 12)]
    [InlineData("TargetRank = {|#0:0|}", 0, 12)]
    [InlineData("InitialRank = {|#0:4|}", 8, 4)]
    public Task A_target_that_pruning_does_not_lead_to(string arguments, int target, int initial) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[AdaLora({arguments}, TotalSteps = 10)]"),
        Verify.Diagnostic(DiagnosticDescriptors.TargetRank).WithLocation(0).WithArguments(target, initial));

    [Fact]
    public Task An_initial_rank_below_1_is_another_rule_s() => Verify.AnalyzerAsync(
        Models.WithAttribute("[AdaLora(InitialRank = {|#0:0|}, TotalSteps = 10)]"),
        Verify.Diagnostic(DiagnosticDescriptors.RankTooSmall).WithLocation(0).WithArguments("0"));

    [Theory]
    [InlineData("[AdaLora(TotalSteps = 10)]")]
    [InlineData("[AdaLora(InitialRank = 8, TotalSteps = 10)]")]
    [InlineData("[AdaLora(InitialRank = 1, TargetRank = 1, TotalSteps = 10)]")]
    public Task A_target_from_1_to_the_initial_rank_is_fine(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));
}
