using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class DoubleScalingTests
{
    [Theory]
    [InlineData(16, "32", "2 times the rank", "8", "2")]
    [InlineData(16, "16", "the rank", "4", "1")]
    [InlineData(8, "32.0", "4 times the rank", "11.31", "4")]
    public Task An_alpha_chosen_for_alpha_over_r(int rank, string alpha, string times, string scaling, string meant) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[Lora(Rank = {rank}, RankStabilized = true, Alpha = {{|#0:{alpha}|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.DoubleScaling).WithLocation(0)
            .WithArguments(alpha.Replace(".0", "", StringComparison.Ordinal), times, scaling, meant, rank));

    [Theory]
    [InlineData("Rank = 16, Alpha = 32")]
    [InlineData("Rank = 16, RankStabilized = true")]
    [InlineData("Rank = 16, RankStabilized = true, Alpha = 8")]
    [InlineData("Rank = 16, RankStabilized = true, Alpha = 24")]
    [InlineData("Rank = 3, RankStabilized = true, Alpha = 6")]
    [InlineData("Rank = 16, RankStabilized = false, Alpha = 32")]
    public Task Other_scalings_are_fine(string values) => Verify.AnalyzerAsync(Models.WithAttribute($"[Lora({values})]"));

    [Fact]
    public Task An_alpha_that_is_wrong_is_reported_as_that() =>
        Verify.AnalyzerAsync(Models.WithAttribute("[Lora(Rank = 16, RankStabilized = true, Alpha = {|DCL0103:-16|})]"));
}
