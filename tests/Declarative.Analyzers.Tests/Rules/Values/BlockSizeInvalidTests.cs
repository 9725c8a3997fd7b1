using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class BlockSizeInvalidTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("8")]
    [InlineData("48")]
    [InlineData("-64")]
    public Task Another_size(string size) => Verify.AnalyzerAsync(
        Model($"{{|#0:{size}|}}"), Verify.Diagnostic(DiagnosticDescriptors.BlockSizeInvalid).WithLocation(0).WithArguments(size));

    [Theory]
    [InlineData("16")]
    [InlineData("64")]
    [InlineData("4096")]
    public Task A_power_of_two_is_fine(string size) => Verify.AnalyzerAsync(Model(size));

    private static string Model(string size) =>
        Models.WithField($"[QLora(Targets = \"fc\", BlockSize = {size})]", "private readonly Linear fc = Linear(64, 64);");
}
