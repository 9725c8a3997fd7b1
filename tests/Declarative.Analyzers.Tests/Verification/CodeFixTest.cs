using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Declarative.Analyzers.Tests.Verification;

/// <summary>
/// An <see cref="AnalyzerTest"/> whose diagnostics are then fixed: one after the other, and again by FixAll over the
/// document and over the project. Both must give the fixed sources, whose own marks say what is left.
/// </summary>
internal sealed class CodeFixTest<TCodeFix> : AnalyzerTest
    where TCodeFix : CodeFixProvider, new()
{
    private const int MostSteps = 20;

    /// <summary>The files after all fixes, with marks for the diagnostics that stay.</summary>
    public List<(string Path, string Text)> FixedSources { get; } = [];

    /// <summary>Which of several fixes of one diagnostic is taken.</summary>
    public int CodeActionIndex { get; init; }

    public override async Task RunAsync()
    {
        await base.RunAsync();
        var remaining = new AnalyzerTest { DefaultRule = DefaultRule, Emit = Emit, IsProgram = IsProgram, WithFacts = WithFacts };
        remaining.DisabledDiagnostics.UnionWith(DisabledDiagnostics);
        remaining.Sources.AddRange(FixedSources);
        remaining.References.AddRange(References);
        await remaining.RunAsync();

        await AssertFixedAsync("one by one", await FixOneByOneAsync(CreateProject()));
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project })
            await AssertFixedAsync($"FixAll in {scope}", await FixAllAsync(CreateProject(), scope));
    }

    private Project CreateProject()
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Tested", LanguageNames.CSharp)
            .WithCompilationOptions(Options)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithMetadataReferences([.. TestCompilation.References, .. References]);
        project = project.AddDocument("Usings.cs", TestCompilation.UsingsTree.GetText(), filePath: "Usings.cs").Project;
        foreach (var (path, text) in Sources)
            project = project.AddDocument(path, SourceText.From(TestMarkup.Parse(text).Source), filePath: path).Project;
        return project;
    }

    private async Task<Project> FixOneByOneAsync(Project project)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (await FirstActionAsync(project) is not { } action)
                return project;
            project = await ApplyAsync(project, action);
        }
        throw new InvalidOperationException($"The fix does not come to an end in {MostSteps} steps.");
    }

    private async Task<Project> FixAllAsync(Project project, FixAllScope scope)
    {
        var fix = new TCodeFix();
        var provider = fix.GetFixAllProvider() ?? throw new InvalidOperationException($"{typeof(TCodeFix).Name} has no FixAll.");
        for (var step = 0; step < MostSteps; step++)
        {
            if (await FirstActionAsync(project) is not { } first)
                return project;
            Assert.True(step == 0 || scope == FixAllScope.Document, "FixAll in the project left something to fix.");
            var diagnostics = await FixableAsync(project);
            var document = project.GetDocument(diagnostics[0].Location.SourceTree!)!;
            var context = new FixAllContext(
                document, fix, scope, first.EquivalenceKey!, fix.FixableDiagnosticIds, new Diagnostics(this), CancellationToken.None);
            var action = await provider.GetFixAsync(context) ?? throw new InvalidOperationException($"FixAll in {scope} did nothing.");
            project = await ApplyAsync(project, action);
        }
        throw new InvalidOperationException($"FixAll in {scope} does not come to an end.");
    }

    private async Task<CodeAction?> FirstActionAsync(Project project)
    {
        foreach (var diagnostic in await FixableAsync(project))
        {
            var actions = new List<CodeAction>();
            var document = project.GetDocument(diagnostic.Location.SourceTree!)!;
            await new TCodeFix().RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
            if (actions.Count > CodeActionIndex)
                return actions[CodeActionIndex];
        }
        return null;
    }

    private async Task<ImmutableArray<Diagnostic>> FixableAsync(Project project)
    {
        var ids = new TCodeFix().FixableDiagnosticIds;
        var all = await DiagnoseAsync((await project.GetCompilationAsync())!);
        return [.. all.Where(d => ids.Contains(d.Id))];
    }

    private static async Task<Project> ApplyAsync(Project project, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return solution.GetProject(project.Id)!;
    }

    private async Task AssertFixedAsync(string way, Project project)
    {
        foreach (var (path, text) in FixedSources)
        {
            var document = project.Documents.Single(d => d.FilePath == path);
            var actual = (await document.GetTextAsync()).ToString();
            Assert.True(TestMarkup.Parse(text).Source == actual, $"Fixed {way}, {path} is:{Environment.NewLine}{actual}");
        }
    }

    private sealed class Diagnostics(CodeFixTest<TCodeFix> test) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await test.FixableAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await test.FixableAsync(document.Project)).Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
