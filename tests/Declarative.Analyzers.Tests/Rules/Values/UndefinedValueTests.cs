using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class UndefinedValueTests
{
    [Fact]
    public Task A_number_that_is_no_value_of_the_enumeration() => Verify.AnalyzerAsync(
        Models.WithAttribute("[Lora(Init = {|#0:(LoraInit)7|}, Bias = {|#1:(TrainedBias)(-1)|})]"),
        Verify.Diagnostic(DiagnosticDescriptors.UndefinedValue).WithLocation(0)
            .WithArguments("Init", 7, "LoraInit", "KaimingUniform, Gaussian, PiSSA, Orthogonal, OLoRA, Eva"),
        Verify.Diagnostic(DiagnosticDescriptors.UndefinedValue).WithLocation(1)
            .WithArguments("Bias", -1, "TrainedBias", "None, All, LoraOnly"));

    [Theory]
    [InlineData("Init = LoraInit.Gaussian, Bias = TrainedBias.All")]
    [InlineData("Init = (LoraInit)1")]
    [InlineData("Init = 0")]
    public Task Values_of_the_enumeration_are_fine(string values) => Verify.AnalyzerAsync(Models.WithAttribute($"[Lora({values})]"));
}
