using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Declarative.Generators.Tests.Verification;

/// <summary>Runs the generator over sources as a build would, with everything this test process references.</summary>
internal static class Verifier
{
    private static readonly CSharpParseOptions ParseOptions = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose)
        .WithFeatures([new("InterceptorsNamespaces", "Declarative.Generated")]);

    private static readonly IReadOnlyList<MetadataReference> References =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static p => !Path.GetFileName(p).StartsWith("xunit", StringComparison.Ordinal))
            .Select(static p => (MetadataReference)MetadataReference.CreateFromFile(p))
            .ToList();

    public static SyntaxTree Parse(string text, string path = "Model.cs") =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, path);

    public static CSharpCompilation Compile(IReadOnlyList<SyntaxTree> trees, string? name = null) => CSharpCompilation.Create(
        name ?? "Case" + Guid.NewGuid().ToString("N"),
        trees,
        References,
        new CSharpCompilationOptions(
            trees.Any(static t => t.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement)) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            generalDiagnosticOption: ReportDiagnostic.Default));

    public static GeneratorDriver Driver(BuildProperties? properties = null) => CSharpGeneratorDriver.Create(
        [new AdapterGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        optionsProvider: properties,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Generates, and holds that the input and all that is generated compile without a warning.</summary>
    public static GeneratedCase Generate(params string[] sources) =>
        Generate(sources.Select(static (text, i) => (i == 0 ? "Model.cs" : $"Model{i}.cs", text)).ToArray());

    public static GeneratedCase Generate(params (string Path, string Text)[] sources) => Generate(Driver(), sources);

    public static GeneratedCase Generate(GeneratorDriver driver, (string Path, string Text)[] sources, string? assembly = null)
    {
        var compilation = Compile(sources.Select(static s => Parse(s.Text, s.Path)).ToList(), assembly);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        var inputs = compilation.SyntaxTrees.ToHashSet();
        var problems = output.GetDiagnostics()
            .Where(static d => d.Severity >= DiagnosticSeverity.Warning)
            // What an input leaves undocumented is its own affair; what is generated must be documented.
            .Where(d => d.Id != "CS1591" || d.Location.SourceTree is { } tree && !inputs.Contains(tree))
            .ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems.Select(static d => $"{d} | {d.Location.SourceTree?.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line]}")));
        return new GeneratedCase(output, Files(driver));
    }

    private static List<GeneratedFile> Files(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().GeneratedSources
            .Select(static s => new GeneratedFile(s.HintName, s.SourceText.ToString()))
            .ToList();
}
