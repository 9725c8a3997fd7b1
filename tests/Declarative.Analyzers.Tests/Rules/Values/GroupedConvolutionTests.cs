using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class GroupedConvolutionTests
{
    [Theory]
    [InlineData("DoRA")]
    [InlineData("DeltaLora")]
    public Task A_convolution_with_groups(string method) => Verify.AnalyzerAsync(
        Models.WithField($"[{method}(Rank = 4, Targets = \"{{|#0:fc|}}\")]", "private readonly Conv1d fc = Conv1d(64, 64, 3, groups: 2);"),
        Verify.Diagnostic(DiagnosticDescriptors.GroupedConvolution).WithLocation(0).WithArguments(method, "fc", 2L));

    [Theory]
    [InlineData("[Lora(Rank = 4, Targets = \"fc\")]", "private readonly Conv1d fc = Conv1d(64, 64, 3, groups: 2);")]
    [InlineData("[DoRA(Rank = 4, Targets = \"fc\")]", "private readonly Conv1d fc = Conv1d(64, 64, 3, groups: 1);")]
    [InlineData("[DeltaLora(Rank = 4, Targets = \"fc\")]", "private readonly Conv2d fc = Conv2d(64, 64, 3);")]
    public Task LoRA_on_groups_and_other_methods_without_are_fine(string attribute, string field) =>
        Verify.AnalyzerAsync(Models.WithField(attribute, field));
}
