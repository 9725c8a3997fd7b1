using System.Globalization;
using System.Text.RegularExpressions;
using Declarative.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Tests.Documentation;

/// <summary>
/// The page of a rule. What follows from the rule's descriptor is generated: the title, the table, the headings, the snippet
/// that suppresses it. What the rule is about stands between these parts and is written by hand.
/// </summary>
internal sealed class RulePage(DiagnosticDescriptor rule)
{
    /// <summary>The sections, in their order.</summary>
    public static readonly string[] Headings = ["What is wrong", "Why it hurts", "Before", "After", "How to suppress it"];

    /// <summary>How the page of a rule ends that nobody has a reason to suppress.</summary>
    public const string NeverSuppressed = "There is no case in which suppressing this is of use.\n";

    private const string Hint = "<!-- hint: ";

    private static readonly string Version = typeof(AdapterAnalyzer).Assembly.GetName().Version!.ToString(3);

    /// <summary>The folder of the pages.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "diagnostics");

    /// <summary>Where the page is.</summary>
    public string FilePath => Path.Combine(Folder, rule.Id + ".md");

    /// <summary>The rule's row in the index.</summary>
    public string IndexRow => $"| [{rule.Id}]({rule.Id}.md) | {Title} | {rule.DefaultSeverity} |";

    /// <summary>How the page of a rule ends that somebody may have a reason to suppress.</summary>
    public string Suppression =>
        $"""
        ```csharp
        #pragma warning disable {rule.Id} // say why here
        ...
        #pragma warning restore {rule.Id}
        ```

        or for a whole project in `.editorconfig`:

        ```ini
        [*.cs]
        dotnet_diagnostic.{rule.Id}.severity = none
        ```

        """;

    /// <summary>A page to be filled in: a hint stands wherever text is to be written.</summary>
    public string Skeleton
    {
        get
        {
            string[] texts =
            [
                $"{Hint}{rule.MessageFormat.ToString(CultureInfo.InvariantCulture)} -->",
                $"{Hint}what happens at run time where nothing checks this -->",
                $"<!-- frame: attribute -->\n```csharp\n[Lora] // {rule.Id} on 'Lora'\n```",
                "```csharp\n[Lora]\n```",
                $"{Hint}where suppressing it is right; if nowhere: {NeverSuppressed.TrimEnd()} -->\n\n{Suppression.TrimEnd()}",
            ];
            return Head(Version) + string.Concat(Headings.Zip(texts, static (heading, text) => $"\n## {heading}\n\n{text}\n"));
        }
    }

    private string Title => rule.Title.ToString(CultureInfo.InvariantCulture);

    /// <summary>In what a page differs from the skeleton, other than by text in the place of the hints.</summary>
    public IEnumerable<string> Mistakes(string page)
    {
        var since = Regex.Match(page, @"\| (\d+\.\d+\.\d+) \|\n").Groups[1].Value;
        if (!page.StartsWith(Head(since) + $"\n## {Headings[0]}\n\n", StringComparison.Ordinal))
            yield return $"{rule.Id} does not begin with:\n{Head(Version)}";
        var headings = Regex.Matches(page, "^#{2,} (.*)$", RegexOptions.Multiline).Select(static m => m.Groups[1].Value).ToList();
        if (!headings.SequenceEqual(Headings))
            yield return $"{rule.Id} has the headings {string.Join(", ", headings)}, not {string.Join(", ", Headings)}";
        if (page.Contains(Hint, StringComparison.Ordinal))
            yield return $"{rule.Id} has a hint left where text is to be written";
        if (page.EndsWith("\n\n" + Suppression, StringComparison.Ordinal) == page.EndsWith(NeverSuppressed, StringComparison.Ordinal))
            yield return $"{rule.Id} does not end with '{NeverSuppressed.TrimEnd()}' or with:\n{Suppression}";
    }

    private string Head(string since) =>
        $"""
        # {rule.Id}: {Title}

        | Category | Severity | Since |
        | --- | --- | --- |
        | {rule.Category.Split('.')[^1]} | {rule.DefaultSeverity} | {since} |

        """;
}
