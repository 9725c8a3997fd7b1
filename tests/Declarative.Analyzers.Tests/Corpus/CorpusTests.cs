using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Corpus;

/// <summary>Ordinary models in the styles found in the wild, each with an attribute: no rule above info may fire.</summary>
public class CorpusTests
{
    public static TheoryData<string> Models => CorpusModel.Names;

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Ordinary_models_compile_without_a_diagnostic(string model)
    {
        var test = new AnalyzerTest { Emit = true };
        test.Sources.AddRange(new CorpusModel(model).Sources);
        await test.RunAsync();
    }
}
