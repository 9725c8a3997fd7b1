using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Declarative.Analyzers.Tests.Documentation;
using Declarative.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Tests;

public partial class DocumentationTests
{
    private static readonly DiagnosticDescriptor[] Rules =
    [
        .. typeof(DiagnosticDescriptors)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(static f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(static f => (DiagnosticDescriptor)f.GetValue(null)!)
            .OrderBy(static r => r.Id, StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule()
    {
        if (Environment.GetEnvironmentVariable("DECLARATIVE_WRITE_PAGES") == "1")
            WriteMissingPages();

        Assert.Equal(
            Rules.Select(static r => r.Id),
            Directory.GetFiles(RulePage.Folder, "DCL*.md").Select(static p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_is_its_skeleton_with_text_in_it()
    {
        var mistakes =
            from page in Rules.Select(static r => new RulePage(r))
            from mistake in page.Mistakes(File.ReadAllText(page.FilePath))
            select mistake;

        Assert.True(!mistakes.Any(), string.Join('\n', mistakes));
    }

    [Fact]
    public void A_skeleton_lacks_nothing_but_text() => Assert.All(Rules, static rule =>
    {
        var mistake = Assert.Single(new RulePage(rule).Mistakes(new RulePage(rule).Skeleton));
        Assert.EndsWith("has a hint left where text is to be written", mistake, StringComparison.Ordinal);
    });

    [Fact]
    public void The_index_lists_the_rules_in_their_order_each_under_its_group()
    {
        var index = File.ReadAllText(Path.Combine(RulePage.Folder, "README.md"));

        Assert.Equal(Rules.Select(static r => new RulePage(r).IndexRow), IndexRow().Matches(index).Select(static m => m.Value));
        Assert.All(Rules, rule =>
        {
            var row = index.IndexOf(new RulePage(rule).IndexRow, StringComparison.Ordinal);
            var heading = index.LastIndexOf("\n## ", row, StringComparison.Ordinal);
            Assert.StartsWith($"\n## DCL{rule.Id[3..5]}xx", index[heading..], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_rule_links_to_its_page_in_this_repository()
    {
        var repository = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;
        Assert.StartsWith(repository + "/", DiagnosticDescriptors.HelpRoot, StringComparison.Ordinal);
        Assert.All(Rules, static rule => Assert.Equal($"{DiagnosticDescriptors.HelpRoot}{rule.Id}.md", rule.HelpLinkUri));
    }

    [Fact]
    public void Every_rule_is_reported_by_one_analyzer_and_has_an_id_of_its_own()
    {
        Assert.Equal(Rules.Select(static r => r.Id), Rules.Select(static r => r.Id).Distinct());
        Assert.Equal(Rules.Select(static r => r.Id).Order(), AllAnalyzers.Descriptors.Select(static r => r.Id).Order());
    }

    [Fact]
    public void Every_rule_has_tests_of_its_own()
    {
        var names = typeof(DocumentationTests).Assembly.GetTypes().Select(static t => t.Name).ToHashSet();
        var fields = typeof(DiagnosticDescriptors).GetFields().Where(static f => f.FieldType == typeof(DiagnosticDescriptor));
        Assert.All(fields, field => Assert.Contains(field.Name + "Tests", names));
    }

    private static void WriteMissingPages()
    {
        foreach (var page in Rules.Select(static r => new RulePage(r)).Where(static p => !File.Exists(p.FilePath)))
            File.WriteAllText(page.FilePath, page.Skeleton);
    }

    [GeneratedRegex(@"^\| \[DCL.*$", RegexOptions.Multiline)]
    private static partial Regex IndexRow();
}
