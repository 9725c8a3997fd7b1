using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class OddRankTests
{
    [Fact]
    public Task An_odd_rank_with_the_orthogonal_start() => Verify.AnalyzerAsync(
        Models.WithAttribute("[Lora(Rank = {|#0:7|}, Init = LoraInit.Orthogonal)]"),
        Verify.Diagnostic(DiagnosticDescriptors.OddRank).WithLocation(0).WithArguments("7"));

    [Theory]
    [InlineData("[Lora(Rank = 8, Init = LoraInit.Orthogonal)]")]
    [InlineData("[Lora(Init = LoraInit.Orthogonal)]")]
    [InlineData("[Lora(Rank = 7)]")]
    [InlineData("[Lora(Rank = 7, Init = LoraInit.Gaussian)]")]
    public Task Even_ranks_and_other_starts_are_fine(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));
}
