using System.Diagnostics;
using System.Runtime.CompilerServices;
using Declarative.Tests.Models;

namespace Declarative.Tests.Dispatching;

public sealed class DispatchTests
{
    private const int Calls = 1_000_000;

    [Fact]
    public void Finding_allocates_nothing()
    {
        using var bare = nn.Linear(2, 2);
        using var model = new OneLayer(nn.Linear(2, 2), new LoraOptions { Rank = 1 });
        using var set = AdapterSet.Attach(model);
        var layer = set.Adapters[0].BaseLayer;
        Find(layer, 10);
        Find(bare, 10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Find(layer, Calls);
        Find(bare, Calls);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Finding_takes_nanoseconds()
    {
        using var model = new OneLayer(nn.Linear(2, 2), new LoraOptions { Rank = 1 });
        using var set = AdapterSet.Attach(model);
        var layer = set.Adapters[0].BaseLayer;
        Find(layer, Calls);
        var best = Enumerable.Range(0, 10).Min(_ => Time(layer));

        // The benchmark holds the goal of 30 ns; a test shares its processor and only holds the order of magnitude.
        Assert.InRange(best, 0, 200);
    }

    [Fact]
    public void Layers_are_held_weakly()
    {
        var layer = AttachAndForget();
        for (var i = 0; i < 10 && layer.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(layer.IsAlive);
    }

    [Fact]
    public async Task Calls_from_other_threads_see_an_adapter_or_the_layer()
    {
        using var model = new OneLayer(nn.Linear(2, 2), new LoraOptions { Rank = 1 });
        using var set = AdapterSet.Attach(model);
        var layer = set.Adapters[0].BaseLayer;
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                Assert.True(AdapterDispatch.Find(layer) is null or LoraLinear);
        })).ToArray();
        for (var i = 0; i < 1000; i++)
            set.Disable().Dispose();
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Same(set.Adapters[0], AdapterDispatch.Find(layer));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AttachAndForget()
    {
        var model = new OneLayer(nn.Linear(2, 2), new LoraOptions { Rank = 1 });
        var set = AdapterSet.Attach(model);
        return new WeakReference(set.Adapters[0].BaseLayer);
    }

    private static double Time(nn.Module layer)
    {
        var start = Stopwatch.GetTimestamp();
        Find(layer, Calls);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls;
    }

    private static void Find(nn.Module layer, int calls)
    {
        for (var i = 0; i < calls; i++)
            AdapterDispatch.Find(layer);
    }
}
