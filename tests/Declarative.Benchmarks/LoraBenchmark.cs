using static TorchSharp.torch;

namespace Declarative.Benchmarks;

/// <summary>LoRA r = 16 over the bare frozen layer: weight [2048, 2048], float32, 2 threads.</summary>
internal static class LoraBenchmark
{
    private const long Size = 2048;

    internal static IEnumerable<Target> Run(int pairs)
    {
        set_num_threads(2);
        manual_seed(1);
        using var bare = new BareLayer(Size);
        using var adapted = new AdaptedLayer(Size);
        using var composed = new ComposedLora(Size);
        using var adapters = AdapterSet.Attach(adapted);

        foreach (var rows in new long[] { 512, 1 })
        {
            using var x = randn(rows, Size);
            var forwardBound = rows == 1 ? 1.10 : 1.05;
            yield return Target.Ratio($"forward, x [{rows}, {Size}]", Compare(adapted, bare, x, pairs), forwardBound);
            yield return Target.Ratio($"forward, x [{rows}, {Size}], composed by hand", Compare(composed, bare, x, pairs), null);
        }

        using (var x = randn(512, Size).requires_grad_())
        using (var gradient = randn(512, Size))
        {
            yield return Target.Ratio($"forward + backward, x [512, {Size}]",
                Measure(pairs, () => Train(adapted, x, gradient), () => Train(bare, x, gradient)), 1.15);
            yield return Target.Ratio($"forward + backward, x [512, {Size}], composed by hand",
                Measure(pairs, () => Train(composed, x, gradient), () => Train(bare, x, gradient)), null);
        }

        adapters.Merge();
        using (var x = randn(512, Size))
            yield return Target.Ratio($"forward, merged, x [512, {Size}]", Compare(adapted, bare, x, pairs), 1.02);
    }

    private static Paired.Outcome Compare(TorchSharp.torch.nn.Module<Tensor, Tensor> subject, TorchSharp.torch.nn.Module<Tensor, Tensor> peer, Tensor x, int pairs)
    {
        using var inference = no_grad();
        return Measure(pairs, () => subject.forward(x).Dispose(), () => peer.forward(x).Dispose());
    }

    private static Paired.Outcome Measure(int pairs, Action subject, Action peer) =>
        Paired.Measure(subject, peer, pairs, TimeSpan.FromMilliseconds(150));

    private static void Train(TorchSharp.torch.nn.Module<Tensor, Tensor> model, Tensor x, Tensor gradient)
    {
        using var scope = NewDisposeScope();
        model.forward(x).backward([gradient]);
    }
}
