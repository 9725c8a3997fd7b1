using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Declarative.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Tests;

public partial class DocumentationTests
{
    private static readonly string Pages = Path.Combine(Repository.Root, "docs", "diagnostics");

    private static readonly DiagnosticDescriptor[] Rules =
    [
        .. typeof(DiagnosticDescriptors)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(static f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(static f => (DiagnosticDescriptor)f.GetValue(null)!),
    ];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(
            Rules.Select(static r => r.Id).Order(),
            Directory.GetFiles(Pages, "DCL*.md").Select(static p => Path.GetFileNameWithoutExtension(p)).Order());

    [Fact]
    public void A_page_says_what_its_rule_says()
    {
        Assert.All(Rules, static rule =>
        {
            var page = File.ReadAllText(Path.Combine(Pages, rule.Id + ".md"));
            Assert.StartsWith($"# {rule.Id}: {Title(rule)}\n", page, StringComparison.Ordinal);
            Assert.Contains($"| {Group(rule)} | {rule.DefaultSeverity} |", page, StringComparison.Ordinal);
            Assert.All(
                new[] { "What is wrong", "Why it hurts", "Before", "After", "How to suppress it" },
                heading => Assert.Contains($"\n## {heading}\n", page, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_index_lists_every_rule_under_its_group()
    {
        var index = File.ReadAllText(Path.Combine(Pages, "README.md"));
        Assert.All(Rules, rule =>
        {
            var row = $"| [{rule.Id}]({rule.Id}.md) | {Title(rule)} | {rule.DefaultSeverity} |";
            Assert.Contains(row, index, StringComparison.Ordinal);
            var heading = index.LastIndexOf("\n## ", index.IndexOf(row, StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.StartsWith($"\n## DCL{rule.Id[3..5]}xx", index[heading..], StringComparison.Ordinal);
        });
        Assert.Equal(Rules.Length, IndexRow().Count(index));
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

    private static string Title(DiagnosticDescriptor rule) => rule.Title.ToString(CultureInfo.InvariantCulture);

    private static string Group(DiagnosticDescriptor rule) => rule.Category.Split('.')[^1];

    [GeneratedRegex(@"^\| \[DCL", RegexOptions.Multiline)]
    private static partial Regex IndexRow();
}
