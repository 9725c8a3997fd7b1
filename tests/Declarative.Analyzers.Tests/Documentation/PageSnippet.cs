using System.Text.RegularExpressions;

namespace Declarative.Analyzers.Tests.Documentation;

/// <summary>
/// The C# of a page's section. A comment above it, which no reader sees, names the <see cref="SnippetFrame"/> that makes a
/// program of it: <c>&lt;!-- frame: file --&gt;</c>. The section After has the frame of Before where it names none.
/// </summary>
/// <param name="Frame">The frame, or <c>none</c> and the reason why there is none.</param>
/// <param name="Code">The code as the page shows it.</param>
internal sealed partial record PageSnippet(string Frame, string Code)
{
    /// <summary>The code of both sections.</summary>
    public static (PageSnippet Before, PageSnippet After) Read(string page)
    {
        var before = Read(page, "Before", otherwise: "");
        return (before, Read(page, "After", otherwise: before.Frame));
    }

    /// <summary>Whole programs, with a mark on each text of which a comment says that a rule is reported there.</summary>
    public IEnumerable<string> Programs() => SnippetFrame.Complete(Frame, Note().Replace(Code, Mark));

    private static PageSnippet Read(string page, string heading, string otherwise)
    {
        var match = Regex.Match(page, $"\n## {heading}\n\n(?:<!-- frame: (?<frame>.*?) -->\n)?```csharp\n(?<code>.*?)\n```\n", RegexOptions.Singleline);
        Assert.True(match.Success, $"The section {heading} has no C#.");
        return new(match.Groups["frame"] is { Success: true, Value: var frame } ? frame : otherwise, match.Groups["code"].Value);
    }

    private static string Mark(Match note)
    {
        var (code, id, text) = (note.Groups["code"].Value, note.Groups["id"].Value, note.Groups["text"].Value);
        var start = code.LastIndexOf(text, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The line '{code.Trim()}' has no '{text}'.");
        return code[..start] + $"{{|{id}:{text}|}}" + code[(start + text.Length)..];
    }

    // [Lora(Rank = 0)]        // DCL0101 on '0', which is the last one of the line where there are several
    [GeneratedRegex(@"^(?<code>.*?)// (?<id>DCL\d{4}) on '(?<text>.+?)'.*$", RegexOptions.Multiline)]
    private static partial Regex Note();
}
