using System.Diagnostics;
using Declarative.Tests.Models;
using Declarative.Tests.Support;
using Xunit.Abstractions;

namespace Declarative.Tests.Methods.Lora;

/// <summary>What is held in memory between a forward pass and its backward pass.</summary>
[Collection(SeededCollection.Name)]
public sealed class ActivationMemoryTests(ITestOutputHelper output)
{
    // Each input is larger than what the C library's allocator keeps for itself when it is freed (32 MB).
    private const int Depth = 8;
    private const long Rows = 40_960, Width = 256;
    private const double InputMegabytes = Rows * Width * 4 / 1e6;

    [Fact]
    public void With_A_frozen_the_inputs_of_the_layers_are_not_held()
    {
        var frozen = HeldMegabytes(freezeA: true);
        var trained = HeldMegabytes(freezeA: false);
        output.WriteLine($"{Depth} layers, input {InputMegabytes:0.0} MB each: {frozen:0} MB held with A frozen, {trained:0} MB with A trained");
        Assert.True(trained > 0.9 * Depth * InputMegabytes, $"{trained} MB are held where A is trained");
        Assert.True(frozen < 2.5 * InputMegabytes, $"{frozen} MB are held where A is frozen");
    }

    private static double HeldMegabytes(bool freezeA)
    {
        var options = new LoraOptions { Rank = 4, FreezeA = freezeA };
        var layers = Enumerable.Range(0, Depth).Select(_ => new OneLayer(nn.Linear(Width, Width), options)).ToList();
        var sets = layers.ConvertAll(static l => AdapterSet.Attach(l));
        using var leaf = zeros(1, Width).requires_grad_();
        layers[0].forward(leaf).Dispose();
        var before = ResidentMegabytes();
        Tensor y = leaf.expand(Rows, Width).contiguous();
        foreach (var layer in layers)
        {
            using var x = y;
            y = layer.forward(x);
        }
        var held = ResidentMegabytes() - before;
        y.Dispose();
        sets.ForEach(static s => s.Dispose());
        return held;
    }

    private static double ResidentMegabytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64 / 1e6;
    }
}
