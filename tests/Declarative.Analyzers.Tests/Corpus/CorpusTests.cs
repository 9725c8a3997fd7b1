using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Corpus;

/// <summary>Ordinary models in the styles found in the wild, each with an attribute: no rule above info may fire.</summary>
public class CorpusTests
{
    public static TheoryData<string> Models => [.. Directory.GetFiles(Folder, "*.cs").Select(static p => Path.GetFileNameWithoutExtension(p)!).Order()];

    private static string Folder => Path.Combine(Repository.Root, "tests", "Declarative.Analyzers.Tests", "Corpus", "Models");

    [Theory]
    [MemberData(nameof(Models))]
    public Task Ordinary_models_compile_without_a_diagnostic(string model) => new AnalyzerTest
    {
        Sources = { (model + ".cs", File.ReadAllText(Path.Combine(Folder, model + ".cs"))) },
        Emit = true,
    }.RunAsync();
}
