using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Declarative.Generators.Tests.Verification;

/// <summary>What the pages under <c>docs/</c> show.</summary>
internal static class Documentation
{
    /// <summary>The code block under <c>&lt;!-- snippet: name --&gt;</c>.</summary>
    public static string Snippet(string page, string name)
    {
        var match = Regex.Match(
            File.ReadAllText(Path.Combine(Folder(), page)), $"<!-- snippet: {name} -->\n```\\w+\n(?<text>.*?)\n```", RegexOptions.Singleline);
        Assert.True(match.Success, $"docs/{page} has no snippet '{name}'.");
        return match.Groups["text"].Value;
    }

    private static string Folder([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs");
}
