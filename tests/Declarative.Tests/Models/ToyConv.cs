using Declarative.Tests.Support;

namespace Declarative.Tests.Models;

/// <summary>The convolutional models of the PEFT goldens: the layers in turn, tanh between.</summary>
internal sealed class ToyConv : nn.Module<Tensor, Tensor>, IAdapterHost
{
    private readonly (string Name, nn.Module<Tensor, Tensor> Layer)[] layers;
    private readonly AdapterPlan[] plans;

    private ToyConv(AdapterPlan[] plans, params (string Name, nn.Module<Tensor, Tensor> Layer)[] layers)
        : base(nameof(ToyConv))
    {
        (this.plans, this.layers) = (plans, layers);
        foreach (var (name, layer) in layers)
            register_module(name, layer);
    }

    public static ToyConv Plain(params AdapterPlan[] plans) => new(
        plans,
        ("conv3", nn.Conv2d(6, 8, 3, padding: 1)),
        ("conv1", nn.Conv2d(8, 10, 1, bias: false)),
        ("conv_s", nn.Conv2d(10, 8, (3, 2), stride: (2, 2), padding: (1, 1))));

    public static ToyConv Grouped(params AdapterPlan[] plans) => new(plans, ("conv_g", nn.Conv2d(8, 6, 3, padding: 1, groups: 2)));

    public static ToyConv OneDimensional(params AdapterPlan[] plans) => new(plans, ("conv", nn.Conv1d(6, 9, 3, stride: 2, padding: 1)));

    public IReadOnlyList<AdapterPlan> GetAdapterPlans() => plans;

    public override Tensor forward(Tensor x)
    {
        var y = Dispatch.Forward(layers[0].Layer, x);
        foreach (var (_, layer) in layers.Skip(1))
            y = Dispatch.Forward(layer, y.tanh());
        return y;
    }
}
