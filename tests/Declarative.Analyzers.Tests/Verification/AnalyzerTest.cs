using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Declarative.Analyzers.Tests.Verification;

/// <summary>
/// Compiles marked sources with the generator, runs the analyzers, and fails on every difference between the diagnostics
/// expected and those reported: by any rule, and by the compiler too. Shaped like Microsoft.CodeAnalysis.Testing.
/// </summary>
internal class AnalyzerTest
{
    /// <summary>The rules that only state facts, of nearly every model.</summary>
    public static readonly HashSet<string> Facts = [DiagnosticDescriptors.LayersLeftOut.Id, DiagnosticDescriptors.Summary.Id];

    /// <summary>What <c>[|…|]</c> means.</summary>
    public DiagnosticDescriptor? DefaultRule { get; init; }

    /// <summary>The files, each with its marks.</summary>
    public List<(string Path, string Text)> Sources { get; } = [];

    /// <summary>What is expected beside the marks that carry an id.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>Other assemblies, see <see cref="TestCompilation.CompileReference"/>.</summary>
    public List<MetadataReference> References { get; } = [];

    /// <summary>The project's other files, which analyzers can read.</summary>
    public List<AdditionalFile> AdditionalFiles { get; } = [];

    /// <summary>Whether the sources are a program, so that statements may stand at the top of a file.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Rules that this test leaves out, compiler warnings among them.</summary>
    public HashSet<string> DisabledDiagnostics { get; } = [];

    /// <summary>Whether <see cref="Facts"/> are compared too.</summary>
    public bool WithFacts { get; init; }

    /// <summary>Whether the compilation is emitted too, which is where the compiler checks interceptors.</summary>
    public bool Emit { get; init; }

    /// <summary>The compiler's options.</summary>
    protected CSharpCompilationOptions Options =>
        TestCompilation.Options.WithOutputKind(IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary);

    public virtual async Task RunAsync()
    {
        var files = Sources.Select(static s => (s.Path, Markup: TestMarkup.Parse(s.Text))).ToArray();
        var compilation = TestCompilation.Create(
            files.Select(static f => CSharpSyntaxTree.ParseText(f.Markup.Source, TestCompilation.ParseOptions, f.Path)), References);
        var actual = await DiagnoseAsync(compilation.WithOptions(Options));
        Compare(Expect(files), actual, files.ToDictionary(static f => f.Path, static f => f.Markup.Source));
    }

    /// <summary>What is reported for one file, for tests of what a diagnostic carries.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsOf(string source) => await new AnalyzerTest { WithFacts = true }.DiagnoseAsync(
        TestCompilation.Create([CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, "Test.cs")]));

    /// <summary>All diagnostics above hidden, in the order of their places, those in generated files included.</summary>
    protected async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Compilation compilation)
    {
        var (generated, diagnostics) = TestCompilation.RunGenerator(compilation);
        var analyzed = generated.WithAnalyzers(AllAnalyzers.Create(), new AnalyzerOptions([.. AdditionalFiles]));
        var all = diagnostics.AddRange(await analyzed.GetAllDiagnosticsAsync());
        if (Emit)
            all = all.AddRange(generated.Emit(Stream.Null).Diagnostics.Where(d => !all.Any(a => a.Id == d.Id && a.Location == d.Location)));
        return
        [
            .. all
                .Where(d => d.Severity > DiagnosticSeverity.Hidden && !DisabledDiagnostics.Contains(d.Id) && (WithFacts || !Facts.Contains(d.Id)))
                .OrderBy(static d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static d => d.Location.SourceSpan.Start)
                .ThenBy(static d => d.Id, StringComparer.Ordinal),
        ];
    }

    protected sealed record Expectation(string Id, string? Path, TextSpan? Span, string? Message)
    {
        public bool Accepts(Diagnostic diagnostic) =>
            diagnostic.Id == Id
            && (Path is null || (diagnostic.Location.SourceTree?.FilePath == Path && diagnostic.Location.SourceSpan == Span))
            && (Message is null || diagnostic.GetMessage(CultureInfo.InvariantCulture) == Message);
    }

    protected List<Expectation> Expect(IEnumerable<(string Path, TestMarkup Markup)> files)
    {
        var expected = new List<Expectation>();
        var places = new Dictionary<int, (string Path, TextSpan Span)>();
        foreach (var (path, markup) in files)
        {
            foreach (var mark in markup.Marks)
            {
                if (mark.Key is { } key)
                    places.Add(key, (path, mark.Span));
                else
                    expected.Add(new(mark.Label.Length > 0 ? mark.Label : DefaultId(), path, mark.Span, null));
            }
        }
        foreach (var result in ExpectedDiagnostics)
        {
            (string Path, TextSpan Span)? place = result.Key is { } key ? places[key] : null;
            expected.Add(new(result.Id, place?.Path, place?.Span, result.Message));
        }
        return expected;
    }

    private string DefaultId() =>
        DefaultRule?.Id ?? throw new InvalidOperationException("[|…|] needs a default rule; write {|DCLnnnn:…|}.");

    private static void Compare(List<Expectation> expected, ImmutableArray<Diagnostic> actual, Dictionary<string, string> texts)
    {
        var unexpected = new List<Diagnostic>();
        var missing = expected.ToList();
        foreach (var diagnostic in actual)
        {
            var match = missing.FindIndex(e => e.Accepts(diagnostic));
            if (match < 0)
                unexpected.Add(diagnostic);
            else
                missing.RemoveAt(match);
        }
        if (unexpected.Count == 0 && missing.Count == 0)
            return;

        var report = new StringBuilder("The diagnostics differ.").AppendLine();
        foreach (var e in missing)
            report.AppendLine(CultureInfo.InvariantCulture, $"  missing: {e.Id} at {e.Path} '{Marked(e)}' {e.Message}");
        foreach (var d in unexpected)
            report.AppendLine(CultureInfo.InvariantCulture, $"  unexpected: {d.Severity} {d} at '{Text(d)}'");
        Assert.Fail(report.ToString());

        string Marked(Expectation e) => e is { Path: { } path, Span: { } span } ? texts[path].Substring(span.Start, span.Length) : "any place";
    }

    private static string? Text(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan);
}
