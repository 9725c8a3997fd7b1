using System.Collections.Immutable;
using System.Globalization;
using System.Runtime;
using Declarative.Analyzers;
using Declarative.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Declarative.Benchmarks;

/// <summary>
/// What the analyzers add to a compilation: over projects of 10, 100 and 1,000 model classes, and over as many classes
/// that no attribute reaches.
/// </summary>
/// <remarks>
/// The compiler attaches the analyzers to the compilation and binds and emits it while they run. From outside the compiler
/// the same is to be had with the diagnostics asked for in place of the emission, so the cost is the difference between the
/// diagnostics with analyzers and the diagnostics alone, as a share of a whole compilation: parse, generate, bind, emit.
/// Compiler and analyzers share the cores, so it is processor time. A project of the SDK has analyzers already, and pays for
/// what drives them, an event for each symbol and each tree: an analyzer without rules shows how much that is, and what the
/// rules are held to is what they add to it. One that looks at every call, as several of the SDK's do, is a second peer.
/// </remarks>
internal static class AnalyzerBenchmark
{
    private const int Classes = 1000, Rounds = 5, AllocationRounds = 3;
    private const double MostOfCompileTime = 0.10, MostBytesPerNode = 1;
    private const long NoCollection = 1L << 30;
    private static readonly ImmutableArray<DiagnosticAnalyzer>
        Ours = [new AdapterAnalyzer(), new UseAnalyzer()],
        None = [new Baseline(everyCall: false)],
        EveryCall = [new Baseline(everyCall: true)];

    internal static void Run()
    {
        Target.Print(
            "Analyzers: share of the compile time (quartiles), median processor times with / without / whole compilation",
            new[] { 10, 100, Classes }.SelectMany(classes => Time(classes)));
        Target.Print("Analyzers: bytes allocated over those of an analyzer without rules", Allocations());
    }

    private static IEnumerable<Target> Time(int classes)
    {
        var sources = ModelProject.Varied(classes).ToArray();
        Action[] ways =
        [
            () => Generated(sources).Emit(Stream.Null),
            () => Generated(sources).GetDiagnostics(),
            () => Diagnose(Generated(sources), Ours),
            () => Diagnose(Generated(sources), None),
            () => Diagnose(Generated(sources), EveryCall),
            () => Diagnose(Generated(sources), [.. EveryCall, .. Ours]),
        ];
        var times = InTurns(ways);
        var (compile, bare, ours, none, everyCall, both) = (times[0], times[1], times[2], times[3], times[4], times[5]);
        yield return Share($"{classes:N0} classes, an analyzer without rules, over none", none, bare);
        yield return Share($"{classes:N0} classes, all rules, over none", ours, bare);
        yield return Share($"{classes:N0} classes, all rules, over an analyzer without rules", ours, none, MostOfCompileTime);
        yield return Share($"{classes:N0} classes, all rules beside an analyzer that looks at every call, over that one", both, everyCall, MostOfCompileTime);

        Target Share(string what, double[] with, double[] without, double? bound = null)
        {
            var share = Paired.Spread.Of(with.Zip(without, compile).Select(static t => (t.First - t.Second) / t.Third));
            return new(
                what,
                string.Create(CultureInfo.InvariantCulture,
                    $"{share.Median:P1} ({share.Low:P1}–{share.High:P1}), {Paired.Spread.Of(with).Median:0} / {Paired.Spread.Of(without).Median:0} / {Paired.Spread.Of(compile).Median:0} ms"),
                bound is { } most ? string.Create(CultureInfo.InvariantCulture, $"≤ {most:P0}") : "",
                bound is { } limit ? share.Median <= limit : null);
        }
    }

    // Round by round, each round beginning with another of them: what the first of a round pays for, all pay for equally often.
    private static double[][] InTurns(Action[] ways)
    {
        var times = ways.Select(_ => new double[Rounds]).ToArray();
        foreach (var way in ways)
            way();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < ways.Length; i++)
            {
                var way = (round + i) % ways.Length;
                GC.Collect();
                var start = Environment.CpuUsage.TotalTime;
                ways[way]();
                times[way][round] = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
            }
        }
        return times;
    }

    // The same classes with short bodies and with long ones: what is allocated for a class is the same in both, so the
    // difference is what is allocated for the nodes.
    private static IEnumerable<Target> Allocations()
    {
        var (few, fewNodes) = Measure(repeats: 1);
        var (many, manyNodes) = Measure(repeats: 9);
        var perNode = (many - few) / (manyNodes - fewNodes);
        yield return new(
            $"{Classes:N0} classes without an attribute in reach, a class",
            string.Create(CultureInfo.InvariantCulture, $"{few / Classes:N0} bytes"), "", null);
        yield return new(
            $"the same with {(manyNodes - fewNodes) / Classes:N0} more syntax nodes a class, a node",
            string.Create(CultureInfo.InvariantCulture, $"{perNode:0.0} bytes"), "none", perNode < MostBytesPerNode);

        static (double Bytes, double Nodes) Measure(int repeats)
        {
            var trees = Enumerable.Range(0, Classes).Select(i => ModelProject.Parse(ModelProject.Block(i, repeats))).ToArray();
            var (ours, none) = (Allocated(Ours), Allocated(None));
            return (ours - none, trees.Sum(static t => t.GetRoot().DescendantNodesAndSelf().Count()));

            double Allocated(ImmutableArray<DiagnosticAnalyzer> analyzers) => Paired.Spread.Of(Enumerable.Range(0, AllocationRounds).Select(_ =>
            {
                var compilation = ModelProject.Compile(trees);
                compilation = compilation.WithOptions(compilation.Options.WithConcurrentBuild(false));

                // A collection empties the compiler's caches, and what then refills them is no one's.
                GC.TryStartNoGCRegion(NoCollection);
                var before = GC.GetTotalAllocatedBytes(precise: true);
                Diagnose(compilation, analyzers, concurrent: false);
                var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
                if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
                    GC.EndNoGCRegion();
                return (double)bytes;
            })).Median;
        }
    }

    private static Compilation Generated(IEnumerable<string> sources)
    {
        CSharpGeneratorDriver.Create([new AdapterGenerator().AsSourceGenerator()], parseOptions: ModelProject.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(ModelProject.Compile(sources.Select(ModelProject.Parse)), out var generated, out _);
        return generated;
    }

    private static void Diagnose(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool concurrent = true)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrent, logAnalyzerExecutionTime: false);
        var diagnostics = new CompilationWithAnalyzers(compilation, analyzers, options).GetAllDiagnosticsAsync().GetAwaiter().GetResult();
        if (diagnostics.FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error || d.Id.StartsWith("AD", StringComparison.Ordinal)) is { } wrong)
            throw new InvalidOperationException(wrong.ToString());
    }

    /// <summary>An analyzer without rules, or one that looks at every call as the SDK's own do.</summary>
    private sealed class Baseline(bool everyCall) : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Nothing = new("X0001", "Nothing", "Nothing", "None", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Nothing];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            if (everyCall)
                context.RegisterOperationAction(static _ => { }, OperationKind.Invocation);
        }
    }
}
