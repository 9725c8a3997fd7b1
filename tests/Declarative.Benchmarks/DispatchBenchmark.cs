using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.Benchmarks;

/// <summary>What an interceptor adds to a call. The layer only hands its input back, so nothing hides the dispatch.</summary>
[MemoryDiagnoser]
[HideColumns(Column.Error, Column.StdDev, Column.RatioSD)]
public sealed class DispatchBenchmark : IDisposable
{
    private readonly Tensor input = zeros(1);
    private readonly DirectCaller direct = new();
    private readonly InterceptedCaller intercepted = new();
    private readonly AdaptedLayer other = new(8);
    private AdapterSet? adapters;

    internal static void Run() =>
        BenchmarkRunner.Run<DispatchBenchmark>(ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithIterationCount(10).WithWarmupCount(5))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .WithOptions(ConfigOptions.DisableLogFile));

    [GlobalSetup(Targets = [nameof(Direct), nameof(InterceptedNothingAttached)])]
    public void WithoutAdapters()
    {
    }

    [GlobalSetup(Targets = [nameof(InterceptedOtherLayersAttached)])]
    public void WithAdaptersElsewhere() => adapters = AdapterSet.Attach(other);

    [GlobalSetup(Targets = [nameof(FindAttached)])]
    public void WithAdapter() => adapters = AdapterSet.Attach(intercepted);

    [GlobalCleanup]
    public void Detach() => adapters?.Dispose();

    public void Dispose()
    {
        Detach();
        foreach (var model in new Module[] { direct, intercepted, other })
            model.Dispose();
        input.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Tensor Direct() => direct.forward(input);

    [Benchmark]
    public Tensor InterceptedNothingAttached() => intercepted.forward(input);

    [Benchmark]
    public Tensor InterceptedOtherLayersAttached() => intercepted.forward(input);

    /// <summary>The look-up that a call of an adapted layer adds before the adapter's own forward.</summary>
    [Benchmark]
    public object? FindAttached() => AdapterDispatch.Find(intercepted.proj);
}

internal sealed class Echo : Module<Tensor, Tensor>
{
    private readonly Parameter weight = new(zeros(4, 4));

    internal Echo()
        : base(nameof(Echo)) => RegisterComponents();

    public override Tensor forward(Tensor input) => input;
}

internal sealed class DirectCaller : Module<Tensor, Tensor>
{
    private readonly Echo proj = new();

    internal DirectCaller()
        : base(nameof(DirectCaller)) => RegisterComponents();

    public override Tensor forward(Tensor input) => proj.forward(input);
}

[Lora(Rank = 2, Targets = "proj")]
internal sealed partial class InterceptedCaller : Module<Tensor, Tensor>
{
    internal readonly Echo proj = new();

    internal InterceptedCaller()
        : base(nameof(InterceptedCaller)) => RegisterComponents();

    public override Tensor forward(Tensor input) => proj.forward(input);
}
