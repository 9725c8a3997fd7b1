using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

/// <summary>Resident memory is the whole process's, so no other test runs meanwhile.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public class MemoryTests
{
    [Fact]
    public void Disposed_tensors_free_their_memory()
    {
        using var x = zeros(128, 128);
        using TorchSharp.Scalar one = 1; // in TorchSharp a native object, which each implicit conversion leaves to a finalizer
        void Work(int count)
        {
            for (var i = 0; i < count; i++)
            {
                if (i % 500 == 0)
                    GC.Collect(0); // or the managed heap may grow to its own budget, which is not what is measured
                using var y = x + one;
                using var z = y * x;
                using var part = z[1, TensorIndex.Slice(0, 5)];
                part.add_(one);
            }
        }

        Work(1000);
        var before = Resident();
        Work(20000);
        Assert.True(Resident() - before < 20 << 20, $"Grew by {(Resident() - before) >> 20} MB.");
    }

    [Fact]
    public void Training_steps_free_their_graphs()
    {
        using var w = randn(64, 64, requires_grad: true);
        using var x = randn(32, 64);
        void Work(int count)
        {
            for (var i = 0; i < count; i++)
            {
                using var scope = NewDisposeScope();
                x.mm(w).tanh().sum().backward();
                using (no_grad())
                    w.sub_(w.grad! * 0.01);
                w.grad!.zero_();
            }
        }

        Work(200);
        var before = Resident();
        Work(2000);
        Assert.True(Resident() - before < 20 << 20, $"Grew by {(Resident() - before) >> 20} MB.");
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Environment.WorkingSet;
    }
}
