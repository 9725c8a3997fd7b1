using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class StartNeedsWeightTests
{
    [Theory]
    [InlineData("QLora", "PiSSA", "Lora")]
    [InlineData("QLora", "OLoRA", "Lora")]
    [InlineData("QDoRA", "PiSSA", "DoRA")]
    public Task A_start_that_changes_the_weight(string method, string init, string unquantised) => Verify.AnalyzerAsync(
        Models.WithField($"[{method}(Targets = \"fc\", Init = {{|#0:LoraInit.{init}|}})]", "private readonly Linear fc = Linear(64, 64);"),
        Verify.Diagnostic(DiagnosticDescriptors.StartNeedsWeight).WithLocation(0).WithArguments(init, method, unquantised));

    [Theory]
    [InlineData("[QLora(Targets = \"fc\", Init = LoraInit.Gaussian)]")]
    [InlineData("[QLora(Targets = \"fc\", Init = LoraInit.Orthogonal)]")]
    [InlineData("[QDoRA(Targets = \"fc\", Init = LoraInit.Eva)]")]
    [InlineData("[Lora(Targets = \"fc\", Init = LoraInit.PiSSA)]")]
    public Task Other_starts_and_other_methods_are_fine(string attribute) =>
        Verify.AnalyzerAsync(Models.WithField(attribute, "private readonly Linear fc = Linear(64, 64);"));
}
