using System.Globalization;
using System.Text.RegularExpressions;
using Declarative.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Declarative.Analyzers.Tests;

/// <summary>The README's snippets are what a newcomer sees first: each is compiled, run or compared.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public async Task The_model_and_the_program_compile_without_a_diagnostic()
    {
        var (compilation, diagnostics) = TestCompilation.RunGenerator(Compile(Snippet("model"), Snippet("program")));

        Assert.Empty(diagnostics);
        var all = await compilation.WithAnalyzers(AllAnalyzers.Create()).GetAllDiagnosticsAsync();
        Assert.Empty(all.Where(static d => d.Severity > DiagnosticSeverity.Info));
    }

    [Fact]
    public void The_program_runs()
    {
        using var image = new MemoryStream();
        var folder = Directory.CreateTempSubdirectory("readme");
        try
        {
            var saved = SymbolDisplay.FormatLiteral(Path.Combine(folder.FullName, "adapter"), quote: true);
            var (compilation, _) = TestCompilation.RunGenerator(
                Compile(Snippet("model"), Snippet("program").Replace("\"adapter\"", saved, StringComparison.Ordinal)));
            var emitted = compilation.Emit(image);
            Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));

            System.Reflection.Assembly.Load(image.ToArray()).EntryPoint!.Invoke(null, [Array.Empty<string>()]);

            Assert.Equal(
                ["adapter_config.json", "adapter_model.safetensors"],
                Directory.GetFiles(Path.Combine(folder.FullName, "adapter")).Select(Path.GetFileName).Order());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_generated_code_is_what_the_generator_writes()
    {
        var (compilation, _) = TestCompilation.RunGenerator(Compile(Snippet("model")));
        var file = compilation.SyntaxTrees.Single(static t => t.FilePath.EndsWith("QProjLora.g.cs", StringComparison.Ordinal));

        var lines = Lines(file.ToString()).GetEnumerator();
        foreach (var shown in Lines(Snippet("generated")))
        {
            while (lines.MoveNext() && lines.Current != shown)
            {
            }
            Assert.Equal(shown, lines.Current);
        }
    }

    [Fact]
    public async Task The_error_is_what_the_analyzer_says_where_it_says_it()
    {
        var shown = Snippet("error").Split('\n');
        var attribute = shown[0];
        var wrong = new TextSpan(shown[1].IndexOf('~', StringComparison.Ordinal), shown[1].Count(static c => c == '~'));
        var source = AttributeLine().Replace(Snippet("model"), attribute);

        var (compilation, _) = TestCompilation.RunGenerator(Compile(source));
        var diagnostic = Assert.Single(
            await compilation.WithAnalyzers(AllAnalyzers.Create()).GetAnalyzerDiagnosticsAsync(),
            static d => d.Severity == DiagnosticSeverity.Error);

        Assert.Equal(shown[2], $"error {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        Assert.Equal(
            attribute.AsSpan(wrong.Start, wrong.Length),
            source.AsSpan(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    // With what the SDK gives a console project of itself, and nothing else.
    private static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Readme",
        sources.Append("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;")
            .Select(static (text, i) => CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, $"Snippet{i}.cs", System.Text.Encoding.UTF8)),
        TestCompilation.References,
        TestCompilation.Options.WithOutputKind(sources.Length > 1 ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary));

    private static string Snippet(string name)
    {
        var match = Regex.Match(Readme, $"<!-- snippet: {name} -->\n```\\w+\n(?<text>.*?)\n```", RegexOptions.Singleline);
        Assert.True(match.Success, $"README.md has no snippet '{name}'.");
        return match.Groups["text"].Value;
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(static l => l.Trim()).Where(static l => l.Length > 0);

    [GeneratedRegex(@"^\[Lora\(.*\)\]$", RegexOptions.Multiline)]
    private static partial Regex AttributeLine();
}
