using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace Declarative.Benchmarks;

/// <summary>Resident memory over 10,000 training steps of a small adapted model: it must not grow.</summary>
internal static class MemoryBenchmark
{
    private const int WarmUp = 500, Steps = 10_000;
    private const double MostGrowthInMegabytes = 20;

    internal static Target Run()
    {
        using var model = new AdaptedLayer(64);
        using var adapters = AdapterSet.Attach(model);
        using var optimizer = adapters.AdamW(learningRate: 1e-4);
        using var x = randn(32, 64);

        Train(WarmUp);
        var before = ResidentMegabytes();
        Train(Steps);
        var growth = ResidentMegabytes() - before;
        return new(
            $"resident memory, {Steps:N0} steps after {WarmUp} of warm-up",
            string.Create(CultureInfo.InvariantCulture, $"{growth:+0.0;-0.0} MB on {before:0} MB"),
            $"< {MostGrowthInMegabytes} MB",
            growth < MostGrowthInMegabytes);

        void Train(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                var y = model.forward(x);
                (y * y).mean().backward();
                optimizer.step();
            }
        }
    }

    private static double ResidentMegabytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64 / 1e6;
    }
}
