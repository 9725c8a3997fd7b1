using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Rules.Values;

public class FrozenAIsZeroTests
{
    private const string Embedding = "private readonly Embedding fc = Embedding(1000, 64);";

    [Theory]
    [InlineData("Lora")]
    [InlineData("DoRA")]
    public Task An_embedding(string attribute) => Verify.AnalyzerAsync(
        Models.WithField($"[{attribute}(Targets = \"fc\", {{|#0:FreezeA = true|}})]", Embedding),
        Verify.Diagnostic(DiagnosticDescriptors.FrozenAIsZero).WithLocation(0).WithArguments("fc"));

    [Theory]
    [InlineData("[Lora(Targets = \"fc\", FreezeA = false)]", Embedding)]
    [InlineData("[Lora(FreezeA = true)]", "private readonly Linear fc = Linear(64, 64);")]
    [InlineData("[Lora(Targets = \"fc\", FreezeA = true)]", "private readonly Conv2d fc = Conv2d(64, 64, 3);")]
    public Task What_learns_with_A_frozen_is_fine(string attribute, string field) => Verify.AnalyzerAsync(Models.WithField(attribute, field));
}
