using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class StartNeedsWeightTests
{
    [Theory]
    [InlineData("PiSSA")]
    [InlineData("OLoRA")]
    public Task A_start_that_changes_the_weight(string init) => Verify.AnalyzerAsync(
        Models.WithField($"[QLora(Targets = \"fc\", Init = {{|#0:LoraInit.{init}|}})]", "private readonly Linear fc = Linear(64, 64);"),
        Verify.Diagnostic(DiagnosticDescriptors.StartNeedsWeight).WithLocation(0).WithArguments(init));

    [Theory]
    [InlineData("[QLora(Targets = \"fc\", Init = LoraInit.Gaussian)]")]
    [InlineData("[QLora(Targets = \"fc\", Init = LoraInit.Orthogonal)]")]
    [InlineData("[Lora(Targets = \"fc\", Init = LoraInit.PiSSA)]")]
    public Task Other_starts_and_other_methods_are_fine(string attribute) =>
        Verify.AnalyzerAsync(Models.WithField(attribute, "private readonly Linear fc = Linear(64, 64);"));
}
