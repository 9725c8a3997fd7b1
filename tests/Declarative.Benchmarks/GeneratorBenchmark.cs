using System.Diagnostics;
using System.Globalization;
using System.Text;
using Declarative.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Declarative.Benchmarks;

/// <summary>
/// What the generator costs in an IDE: a cold run, an edit of an annotated class's own file and an unrelated edit, over
/// projects of 10, 100 and 1,000 annotated classes, one to a file.
/// </summary>
internal static class GeneratorBenchmark
{
    private static readonly CSharpParseOptions ParseOptions = CSharpParseOptions.Default
        .WithFeatures([new("InterceptorsNamespaces", "Declarative.Generated")]);

    internal static void Run()
    {
        Console.WriteLine();
        Console.WriteLine("### Generator, milliseconds (microseconds a class)");
        Console.WriteLine();
        Console.WriteLine("| annotated classes | compile without it | cold | edit of one class's file | unrelated edit | outputs re-made by the unrelated edit |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        Measure(10);
        foreach (var classes in new[] { 10, 100, 1000 })
            Console.WriteLine(Measure(classes));
    }

    private static string Measure(int classes)
    {
        var trees = Enumerable.Range(0, classes).Select(i => Parse(ModelSource(i, "")))
            .Append(Parse("class Unrelated { int x; }")).ToArray();
        var compilation = Compile(trees);
        var compile = Time(() => Compile(trees).GetDiagnostics());

        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new AdapterGenerator().AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var cold = Time(() => driver = driver.RunGenerators(compilation));

        var own = Median(i => compilation.ReplaceSyntaxTree(trees[0], Parse(ModelSource(0, $"int unused{i};"))));
        var unrelated = Median(i => compilation.ReplaceSyntaxTree(trees[^1], Parse($"class Unrelated {{ int x{i}; }}")));
        var remade = driver.RunGenerators(compilation.ReplaceSyntaxTree(trees[^1], Parse("class Unrelated { int last; }")))
            .GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs)
            .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

        return string.Create(CultureInfo.InvariantCulture,
            $"| {classes:N0} | {compile:0} | {cold:0} ({cold * 1000 / classes:0}) | {own:0.0} ({own * 1000 / classes:0}) | {unrelated:0.0} ({unrelated * 1000 / classes:0}) | {remade} |");

        double Median(Func<int, Compilation> edited) => Paired.Spread.Of(Enumerable.Range(0, 7).Select(i =>
        {
            var next = edited(i);
            return Time(() => driver.RunGenerators(next));
        })).Median;
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"{Guid.NewGuid():N}.cs", Encoding.UTF8);

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Models", trees, References.Value, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))]);

    private static string ModelSource(int i, string extraMember) => $$"""
        using Declarative;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Models;

        [Lora(Rank = 16, Alpha = 32, Targets = "q_proj|v_proj")]
        public sealed partial class Attention{{i}} : Module<Tensor, Tensor>
        {
            {{extraMember}}
            private readonly Linear q_proj, k_proj, v_proj, o_proj;

            public Attention{{i}}(int hidden) : base("attention")
            {
                q_proj = Linear(hidden, hidden, hasBias: false);
                k_proj = Linear(hidden, hidden, hasBias: false);
                v_proj = Linear(hidden, hidden, hasBias: false);
                o_proj = Linear(hidden, hidden, hasBias: false);
                RegisterComponents();
            }

            public override Tensor forward(Tensor x)
            {
                var q = q_proj.forward(x);
                var k = k_proj.forward(x);
                var v = v_proj.forward(x);
                return o_proj.forward(functional.softmax(q.matmul(k.transpose(-2, -1)), -1).matmul(v));
            }
        }
        """;
}
