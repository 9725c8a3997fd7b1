using Declarative.Generators.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Tests;

/// <summary>An edit re-runs what depends on it, and nothing else.</summary>
public sealed class CachingTests
{
    private const string Usings = """
        using Declarative;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;


        """;

    private const string Attention = Usings + """
        [Lora(Rank = 4)]
        public partial class Attention : Module<Tensor, Tensor>
        {
            private readonly Linear q = Linear(4, 4), v = Linear(4, 4);
            public Attention() : base("a") => RegisterComponents();
            public override Tensor forward(Tensor x) => v.forward(q.forward(x));
        }
        """;

    private const string Mlp = Usings + """
        [Lora(Rank = 2)]
        public partial class Mlp : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(4, 4);
            public Mlp() : base("m") => RegisterComponents();
            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """;

    private const string Unrelated = "public static class Program { public static int Main() => 0; }";

    private static readonly string[] AllSteps =
    [
        Steps.Annotated, Steps.Classes, Steps.Containers, Steps.Adapters, Steps.Reports, Steps.Targets, Steps.Calls, Steps.Intercepted,
    ];

    [Theory]
    [InlineData("public static class Program { public static int Main() => 1; }")]
    [InlineData("public static class Program { public static int Main(string[] args) => args.Length; } public class Another { }")]
    [InlineData("// nothing")]
    public void An_unrelated_edit_re_runs_nothing(string edited)
    {
        var run = Edit(2, edited);
        Assert.All(AllSteps, step => AssertKept(run, step));
        Assert.All(run.Outputs, static r => Assert.Equal(IncrementalStepRunReason.Cached, r));
        Assert.Equal(run.Before, run.After);
    }

    [Fact]
    public void An_unrelated_edit_leaves_the_page_of_reports()
    {
        var run = Edit(Verifier.Driver(ReportPage.On), 2, "public class Another { }", Attention, Mlp, Unrelated);
        Assert.Contains(ReportPage.FileName, run.After.Keys);
        AssertKept(run, Steps.Pages);
        Assert.All(run.Outputs, static r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    [Fact]
    public void Moving_calls_leaves_the_page_of_reports()
    {
        var run = Edit(Verifier.Driver(ReportPage.On), 0, "// moved\n" + Attention, Attention, Mlp, Unrelated);
        Assert.Equal(["Attention.Interceptors.g.cs"], run.Changed);
        AssertKept(run, Steps.Pages);
    }

    [Fact]
    public void A_changed_rank_re_makes_the_page_of_reports()
    {
        var run = Edit(
            Verifier.Driver(ReportPage.On), 0, Attention.Replace("Rank = 4", "Rank = 8", StringComparison.Ordinal), Attention, Mlp, Unrelated);
        Assert.Contains(ReportPage.FileName, run.Changed);
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(Steps.Pages));
    }

    [Fact]
    public void Where_no_page_is_asked_for_none_is_made()
    {
        var run = Edit(0, Attention.Replace("Rank = 4", "Rank = 8", StringComparison.Ordinal));
        Assert.False(run.Ran(Steps.Pages));
        Assert.DoesNotContain(ReportPage.FileName, run.After.Keys);
    }

    [Fact]
    public void Moving_calls_re_runs_the_interceptors_of_that_class_alone()
    {
        var run = Edit(0, Attention.Replace("=> v.forward", "=>\n        v.forward", StringComparison.Ordinal));
        Assert.All(AllSteps.Except([Steps.Calls, Steps.Intercepted]), step => AssertKept(run, step));
        Assert.Equal(["Attention.Interceptors.g.cs"], run.Changed);
        Assert.Equal(1, run.Reasons(Steps.Intercepted).Count(static r => r == IncrementalStepRunReason.Modified));
        Assert.Equal(1, run.Outputs.Count(static r => r != IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void A_changed_rank_re_runs_the_class_and_its_adapters_but_no_container_and_no_other_class()
    {
        var run = Edit(0, Attention.Replace("Rank = 4", "Rank = 8", StringComparison.Ordinal));
        Assert.Equal(
            ["Attention.AdapterReport.g.cs", "Attention.Interceptors.g.cs", "Attention.QLora.g.cs", "Attention.VLora.g.cs", "Attention.g.cs"],
            run.Changed);
        AssertKept(run, Steps.Containers);
        AssertKept(run, Steps.Targets);
        Assert.Equal(5, run.Outputs.Count(static r => r == IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void A_changed_size_re_runs_that_layer_s_adapter_and_the_report()
    {
        var run = Edit(0, Attention.Replace("v = Linear(4, 4)", "v = Linear(4, 9)", StringComparison.Ordinal));
        Assert.Equal(["Attention.AdapterReport.g.cs", "Attention.Interceptors.g.cs", "Attention.VLora.g.cs"], run.Changed);
    }

    [Fact]
    public void A_new_layer_is_generated_for()
    {
        var run = Edit(1, Mlp.Replace("fc = Linear(4, 4)", "fc = Linear(4, 4), gate = Linear(4, 4)", StringComparison.Ordinal));
        Assert.Equal(
            ["Mlp.AdapterReport.g.cs", "Mlp.GateLora.g.cs", "Mlp.Interceptors.g.cs", "Mlp.MlpAdapters.g.cs", "Mlp.g.cs"],
            run.Changed);
    }

    [Fact]
    public void A_change_in_another_file_that_a_size_depends_on_is_seen()
    {
        var mlp = Mlp.Replace("Linear(4, 4)", "Linear(Width.Value, 4)", StringComparison.Ordinal);
        var run = Edit(2, "public static class Width { public const int Value = 8; }", Attention, mlp, "public static class Width { public const int Value = 4; }");
        Assert.Equal(["Mlp.AdapterReport.g.cs", "Mlp.FcLora.g.cs"], run.Changed);
    }

    [Fact]
    public void Removing_the_attribute_removes_everything()
    {
        var run = Edit(1, Mlp.Replace("[Lora(Rank = 2)]", "", StringComparison.Ordinal));
        Assert.DoesNotContain(run.After.Keys, static name => name.StartsWith("Mlp", StringComparison.Ordinal));
        Assert.All(run.After, file => Assert.Equal(run.Before[file.Key], file.Value));
    }

    private static void AssertKept(EditRun run, string step) =>
        Assert.All(run.Reasons(step), static r => Assert.True(r is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    private static EditRun Edit(int file, string edited) => Edit(file, edited, Attention, Mlp, Unrelated);

    private static EditRun Edit(int file, string edited, params string[] sources) => Edit(Verifier.Driver(), file, edited, sources);

    private static EditRun Edit(GeneratorDriver driver, int file, string edited, params string[] sources)
    {
        var trees = sources.Select(static (text, i) => Verifier.Parse(text, $"File{i}.cs")).ToList();
        Compilation compilation = Verifier.Compile(trees);
        driver = driver.RunGenerators(compilation);
        var before = driver.GetRunResult();
        compilation = compilation.ReplaceSyntaxTree(trees[file], Verifier.Parse(edited, $"File{file}.cs"));
        return new EditRun(before.Results.Single(), driver.RunGenerators(compilation).GetRunResult().Results.Single());
    }

    private sealed class EditRun(GeneratorRunResult before, GeneratorRunResult after)
    {
        public Dictionary<string, string> Before { get; } = Files(before);

        public Dictionary<string, string> After { get; } = Files(after);

        /// <summary>The files that are new or of another content.</summary>
        public IEnumerable<string> Changed =>
            After.Where(file => Before.GetValueOrDefault(file.Key) != file.Value).Select(static file => file.Key).Order(StringComparer.Ordinal);

        public List<IncrementalStepRunReason> Outputs =>
            [.. after.TrackedOutputSteps.SelectMany(static s => s.Value).SelectMany(static s => s.Outputs).Select(static o => o.Reason)];

        /// <summary>Whether the step had anything to do.</summary>
        public bool Ran(string step) =>
            after.TrackedSteps.TryGetValue(step, out var runs) && runs.Any(static s => s.Outputs.Length > 0);

        public List<IncrementalStepRunReason> Reasons(string step)
        {
            var reasons = after.TrackedSteps[step].SelectMany(static s => s.Outputs).Select(static o => o.Reason).ToList();
            Assert.NotEmpty(reasons);
            return reasons;
        }

        private static Dictionary<string, string> Files(GeneratorRunResult result) =>
            result.GeneratedSources.ToDictionary(static s => s.HintName, static s => s.SourceText.ToString());
    }
}
