using System.Diagnostics;
using System.Globalization;
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
        var trees = Enumerable.Range(0, classes).Select(i => ModelProject.Parse(ModelProject.Attention(i)))
            .Append(ModelProject.Parse("class Unrelated { int x; }")).ToArray();
        var compilation = ModelProject.Compile(trees);
        var compile = Time(() => ModelProject.Compile(trees).GetDiagnostics());

        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new AdapterGenerator().AsSourceGenerator()],
            parseOptions: ModelProject.ParseOptions,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var cold = Time(() => driver = driver.RunGenerators(compilation));

        var own = Median(i => compilation.ReplaceSyntaxTree(trees[0], ModelProject.Parse(ModelProject.Attention(0, $"int unused{i};"))));
        var unrelated = Median(i => compilation.ReplaceSyntaxTree(trees[^1], ModelProject.Parse($"class Unrelated {{ int x{i}; }}")));
        var remade = driver.RunGenerators(compilation.ReplaceSyntaxTree(trees[^1], ModelProject.Parse("class Unrelated { int last; }")))
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
}
