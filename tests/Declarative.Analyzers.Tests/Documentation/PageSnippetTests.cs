using Declarative.Analyzers.Tests.Verification;

namespace Declarative.Analyzers.Tests.Documentation;

/// <summary>What a page shows is compiled: its first snippet has the diagnostics that it notes, its second has none.</summary>
public class PageSnippetTests
{
    private const string None = "none: ";

    // Of fields that are never given a layer and of what is computed for the sake of the example.
    private static readonly string[] Incomplete = ["CS0169", "CS0219", "CS0414", "CS0649", "CS8618"];

    public static TheoryData<string> Pages { get; } =
        [.. Directory.GetFiles(RulePage.Folder, "DCL*.md").Select(static p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_code_before_is_reported_as_its_comments_say(string id)
    {
        var (before, _) = Read(id);
        foreach (var program in Programs(before))
        {
            Assert.Contains($"{{|{id}:", program, StringComparison.Ordinal);
            await Verifier(id, program).RunAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_code_after_is_not_reported(string id)
    {
        var (_, after) = Read(id);
        foreach (var program in Programs(after))
            await Verifier(id, program).RunAsync();
    }

    private static (PageSnippet Before, PageSnippet After) Read(string id) =>
        PageSnippet.Read(File.ReadAllText(Path.Combine(RulePage.Folder, id + ".md")));

    private static IEnumerable<string> Programs(PageSnippet snippet) =>
        snippet.Frame.StartsWith(None, StringComparison.Ordinal) && snippet.Frame.Length > None.Length ? [] : snippet.Programs();

    // Of the facts, only those that the page is about are compared.
    private static AnalyzerTest Verifier(string id, string program)
    {
        var test = new AnalyzerTest { Sources = { ("Page.cs", program) }, WithFacts = true };
        test.DisabledDiagnostics.UnionWith(Incomplete);
        test.DisabledDiagnostics.UnionWith(AnalyzerTest.Facts.Where(fact => fact != id));
        return test;
    }
}
