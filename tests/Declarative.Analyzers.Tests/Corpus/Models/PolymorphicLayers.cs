// A network described by a list of specifications: layers of one abstract class, each kind chosen by a switch as it is added.
using System;
using System.Collections.Generic;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.PolymorphicLayers;

public enum LayerType
{
    Dense,
    Gated,
    Residual,
}

public sealed record LayerSpec(LayerType Type, int Inputs, int Outputs);

public abstract class NetworkLayer : Module<Tensor, Tensor>
{
    protected NetworkLayer(string name, LayerSpec spec) : base(name) => Spec = spec;

    public LayerSpec Spec { get; }
}

public class DenseLayer : NetworkLayer
{
    protected Linear fc;

    public DenseLayer(LayerSpec spec) : this(nameof(DenseLayer), spec) => RegisterComponents();

    protected DenseLayer(string name, LayerSpec spec) : base(name, spec) => fc = Linear(spec.Inputs, spec.Outputs);

    public override Tensor forward(Tensor x) => functional.tanh(fc.forward(x));
}

public sealed class GatedLayer : DenseLayer
{
    private readonly Linear gate;

    public GatedLayer(LayerSpec spec) : base(nameof(GatedLayer), spec)
    {
        gate = Linear(spec.Inputs, spec.Outputs);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => base.forward(x) * functional.sigmoid(gate.forward(x));
}

public sealed class ResidualLayer : NetworkLayer
{
    private readonly Linear up, down;

    public ResidualLayer(LayerSpec spec) : base(nameof(ResidualLayer), spec)
    {
        if (spec.Inputs != spec.Outputs)
            throw new ArgumentException($"A residual layer keeps its width, not {spec.Inputs} to {spec.Outputs}.");
        (up, down) = (Linear(spec.Inputs, 2 * spec.Inputs), Linear(2 * spec.Inputs, spec.Inputs));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => x + down.forward(functional.relu(up.forward(x)));
}

[Lora(Rank = 3, Alpha = 6, Dropout = 0.1, Targets = "layers.**")]
public partial class Network : Module<Tensor, Tensor>
{
    private readonly ModuleList<NetworkLayer> layers = new();
    private readonly Module<Tensor, Tensor> head;

    public Network(IEnumerable<LayerSpec> specs, int? classes = null) : base(nameof(Network))
    {
        var last = 0;
        foreach (var spec in specs)
        {
            layers.Add(spec.Type switch
            {
                LayerType.Dense => new DenseLayer(spec),
                LayerType.Gated => new GatedLayer(spec),
                LayerType.Residual => new ResidualLayer(spec),
                _ => throw new NotSupportedException($"{spec.Type} is no layer type."),
            });
            last = spec.Outputs;
        }
        head = classes is { } count ? Linear(last, count) : Identity();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using (NewDisposeScope())
        {
            var current = x.alias();
            for (var node = 0; node < layers.Count; node++)
                current = layers[node].forward(current);
            return head.forward(current).MoveToOuterDisposeScope();
        }
    }
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var specs = new LayerSpec[] { new(LayerType.Dense, 10, 16), new(LayerType.Gated, 16, 12), new(LayerType.Residual, 12, 12) };
        var model = new Network(specs, classes: 4);
        var (x, labels) = (randn(9, 10), randint(0, 4, new long[] { 9 }));
        return (model, () => functional.cross_entropy(model.forward(x), labels));
    }
}
