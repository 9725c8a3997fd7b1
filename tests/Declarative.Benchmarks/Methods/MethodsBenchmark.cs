using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Declarative.Benchmarks.Methods;

/// <summary>
/// What each method costs over the bare frozen layer, beside a straightforward composition of the same formula: weight
/// [2048, 2048], x [512, 2048], float32, 2 threads. Before each forward and backward pass a factor of the adapter is changed,
/// as a step changes it, so that what a method keeps from step to step is computed once for each.
/// </summary>
internal static class MethodsBenchmark
{
    private const long Size = 2048, Rows = 512;

    /// <summary>The methods.</summary>
    internal static IReadOnlyList<string> Names { get; } = [.. Cases().Select(static c => c.Name)];

    /// <summary>Measures some of them.</summary>
    internal static IEnumerable<Target> Run(int pairs, IReadOnlyList<string> names)
    {
        set_num_threads(2);
        manual_seed(1);
        using var bare = new BareLayer(Size);
        foreach (var method in Cases().Where(c => names.Contains(c.Name)))
        {
            using var adapted = method.Adapted();
            using var composed = method.Composed?.Invoke();
            using var adapters = AdapterSet.Attach(adapted);
            using (var x = randn(Rows, Size))
            {
                yield return Target.Ratio($"{method.Name}, forward", Forward(adapted, bare, x, pairs), method.MostForward);
                if (composed is not null)
                    yield return Target.Ratio($"{method.Name}, forward, composed by hand", Forward(composed, bare, x, pairs), null);
            }
            using (var x = randn(Rows, Size).requires_grad_())
            using (var gradient = randn(Rows, Size))
            {
                var factor = adapters.Parameters[0];
                yield return Target.Ratio($"{method.Name}, forward + backward",
                    Paired.Measure(() => Train(adapted, x, gradient, factor), () => Train(bare, x, gradient, null), pairs, Sample), method.MostTraining);
                if (composed is not null)
                    yield return Target.Ratio($"{method.Name}, forward + backward, composed by hand",
                        Paired.Measure(() => Train(composed, x, gradient, null), () => Train(bare, x, gradient, null), pairs, Sample), null);
            }
            adapters.Merge();
            using (var x = randn(Rows, Size))
                yield return Target.Ratio($"{method.Name}, forward, merged", Forward(adapted, bare, x, pairs), 1.02);
            var trained = adapters.Report.TrainableParameters.Value!.Value;
            yield return new($"{method.Name}, trained for this layer", $"{trained:N0} parameters, {trained * sizeof(float):N0} bytes", "", null);
        }
    }

    private static TimeSpan Sample => TimeSpan.FromMilliseconds(150);

    private static IEnumerable<MethodCase> Cases() =>
    [
        new("DoRA", static () => new DoRALayer(Size), static () => new ComposedDoRA(Size), MostForward: 1.10, MostTraining: 1.25),
        new("QLora", static () => new QLoraLayer(Size), static () => ComposedLayer.QLora(Size)),
        new("QDoRA", static () => new QDoRALayer(Size), null),
        new("VeRA", static () => new VeRALayer(Size), static () => ComposedLayer.Vera(Size)),
        new("AdaLora", static () => new AdaLoraLayer(Size), static () => ComposedLayer.AdaLora(Size)),
        new("DeltaLora", static () => new DeltaLoraLayer(Size), static () => ComposedLayer.LowRank(Size)),
        new("LoHa", static () => new LoHaLayer(Size), static () => ComposedLayer.LoHa(Size)),
        new("LoKr", static () => new LoKrLayer(Size), static () => ComposedLayer.LoKr(Size)),
        new("IA3", static () => new IA3Layer(Size), static () => ComposedLayer.Ia3(Size)),
        new("Oft", static () => new OftLayer(Size), static () => ComposedLayer.Oft(Size)),
    ];

    private static Paired.Outcome Forward(TorchSharp.torch.nn.Module<Tensor, Tensor> subject, TorchSharp.torch.nn.Module<Tensor, Tensor> peer, Tensor x, int pairs)
    {
        using var inference = no_grad();
        return Paired.Measure(() => subject.forward(x).Dispose(), () => peer.forward(x).Dispose(), pairs, Sample);
    }

    private static void Train(TorchSharp.torch.nn.Module<Tensor, Tensor> model, Tensor x, Tensor gradient, Parameter? changed)
    {
        using var scope = NewDisposeScope();
        if (changed is not null)
        {
            using var noGrad = no_grad();
            changed.mul_(0.9999);
        }
        model.forward(x).backward([gradient]);
    }

    /// <summary>A method and its peer.</summary>
    private sealed record MethodCase(
        string Name,
        Func<TorchSharp.torch.nn.Module<Tensor, Tensor>> Adapted,
        Func<TorchSharp.torch.nn.Module<Tensor, Tensor>>? Composed,
        double? MostForward = null,
        double? MostTraining = null);
}
