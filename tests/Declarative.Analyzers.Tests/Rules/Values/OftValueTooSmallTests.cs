using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class OftValueTooSmallTests
{
    [Theory]
    [InlineData("BlockSize", 1, 2, "a block of fewer inputs cannot be rotated")]
    [InlineData("BlockSize", 0, 2, "a block of fewer inputs cannot be rotated")]
    [InlineData("Blocks", -1, 1, "without a block nothing is rotated")]
    [InlineData("NeumannTerms", 1, 2, "the first term alone does not depend on what is trained")]
    public Task Values_out_of_range(string property, int value, int least, string reason) => Verify.AnalyzerAsync(
        Models.WithAttribute($"[Oft({property} = {{|#0:{value}|}})]"),
        Verify.Diagnostic(DiagnosticDescriptors.OftValueTooSmall).WithLocation(0).WithArguments(property, value, least, reason));

    [Theory]
    [InlineData("[Oft({|#0:BlockSize = 16|}, Blocks = 4)]", "BlockSize", "Blocks says how many blocks there are, and so how large they are")]
    [InlineData("[Oft(UseCayleyNeumann = false, {|#0:NeumannTerms = 4|})]", "NeumannTerms", "without UseCayleyNeumann there is no series")]
    public Task Values_that_change_nothing(string attribute, string property, string reason) => Verify.AnalyzerAsync(
        Models.WithAttribute(attribute),
        Verify.Diagnostic(DiagnosticDescriptors.PropertyIgnored).WithLocation(0).WithArguments(property, "Oft", reason));

    [Theory]
    [InlineData("[Oft(BlockSize = 2, NeumannTerms = 2)]")]
    [InlineData("[Oft(Blocks = 0)]")]
    [InlineData("[Oft(UseCayleyNeumann = false)]")]
    public Task Values_in_their_range_are_fine(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));
}
