using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class BlocksDoNotDivideTests
{
    [Theory]
    [InlineData("[Oft({0} = {{|#0:24|}})]", "BlockSize", 24, "16 and 32")]
    [InlineData("[Oft({0} = {{|#0:100|}})]", "Blocks", 100, "64")]
    public Task A_number_that_does_not_divide(string attribute, string property, int value, string nearest) => Verify.AnalyzerAsync(
        Models.WithAttribute(string.Format(System.Globalization.CultureInfo.InvariantCulture, attribute, property)),
        Verify.Diagnostic(DiagnosticDescriptors.BlocksDoNotDivide).WithLocation(0).WithArguments(property, value, "fc", 64, "", nearest));

    [Fact]
    public Task The_default_does_not_divide() => Verify.AnalyzerAsync(
        Models.WithField("[{|#0:Oft|}]", "private readonly Linear fc = Linear(48, 48);"),
        Verify.Diagnostic(DiagnosticDescriptors.BlocksDoNotDivide).WithLocation(0).WithArguments("BlockSize", 32, "fc", 48, "", "24 and 48"));

    [Theory]
    [InlineData("[Oft]")]
    [InlineData("[Oft(BlockSize = 64)]")]
    [InlineData("[Oft(Blocks = 4, BlockShare = true)]")]
    public Task Numbers_that_divide_are_fine(string attribute) => Verify.AnalyzerAsync(Models.WithAttribute(attribute));
}
