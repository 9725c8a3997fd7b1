// Primary constructors: layers in field initialisers over their parameters, registered by a base class.
using System;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.PrimaryConstructors;

/// <summary>Field initialisers run before a base constructor, so every layer is there when this one registers them.</summary>
public abstract class Unit : Module<Tensor, Tensor>
{
    protected Unit(string name) : base(name) => RegisterComponents();
}

public sealed class GatedUnit(long width, long inner, double scale = 1) : Unit(nameof(GatedUnit))
{
    private readonly Linear gate = Linear(width, inner);
    private readonly Linear value = Linear(width, inner);
    private readonly Linear output = Linear(inner, width);

    public override Tensor forward(Tensor x) =>
        x + (scale * output.forward(functional.sigmoid(gate.forward(x)) * value.forward(x)));
}

[Lora(Rank = 3, Alpha = 6, RankStabilized = true, Targets = "gate|value|output|fc")]
public partial class Regressor(long features, long width, int depth, Func<Tensor, Tensor> activation) : Unit("regressor")
{
    private readonly Linear fc = Linear(features, width);
    private readonly GatedUnit first = new(width, 2 * width);
    private readonly GatedUnit rest = new(width, 2 * width, scale: 0.5);
    private readonly Linear head = Linear(width, 1);

    public override Tensor forward(Tensor input)
    {
        var x = first.forward(activation(fc!.forward(input)));
        for (var i = 1; i < depth; i++)
            x = rest.forward(x);
        return head.forward(x).squeeze(-1);
    }
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new Regressor(features: 10, width: 16, depth: 3, x => functional.silu(x));
        var (x, y) = (randn(12, 10), randn(12));
        return (model, () => functional.mse_loss(model.forward(x), y));
    }
}
