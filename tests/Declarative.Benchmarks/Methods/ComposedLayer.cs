using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.Benchmarks.Methods;

/// <summary>A frozen layer and a formula around it, written down as it reads: what a user would compose.</summary>
internal sealed class ComposedLayer : Module<Tensor, Tensor>
{
    private const long Rank = 16;
    private readonly Linear proj;
    private readonly Func<Linear, Tensor, Tensor> formula;

    private ComposedLayer(long size, Func<Linear, Tensor, Tensor> formula)
        : base(nameof(ComposedLayer))
    {
        proj = Linear(size, size);
        this.formula = formula;
        RegisterComponents();
        proj.weight.requires_grad = false;
        proj.bias!.requires_grad = false;
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return formula(proj, input).MoveToOuterDisposeScope();
    }

    internal static ComposedLayer LowRank(long size)
    {
        var (a, b) = (Trained(Rank, size), Trained(size, Rank));
        return new(size, (layer, x) => layer.forward(x) + (functional.linear(functional.linear(x, a), b) * 2.0));
    }

    internal static ComposedLayer Vera(long size)
    {
        var (a, b, d, scale) = (randn(Rank, size), randn(size, Rank), Trained(Rank), Trained(size));
        return new(size, (layer, x) => layer.forward(x) + (scale * functional.linear(d * functional.linear(x, a), b)));
    }

    internal static ComposedLayer AdaLora(long size)
    {
        var (a, b, e) = (Trained(Rank, size), Trained(size, Rank), Trained(Rank, 1));
        return new(size, (layer, x) => layer.forward(x) + (x.matmul((a * e).t()).matmul(b.t()) * 0.5));
    }

    internal static ComposedLayer LoHa(long size)
    {
        var (a1, b1, a2, b2) = (Trained(size, Rank), Trained(Rank, size), Trained(size, Rank), Trained(Rank, size));
        return new(size, (layer, x) => layer.forward(x) + functional.linear(x, a1.mm(b1) * a2.mm(b2) * 2.0));
    }

    internal static ComposedLayer Ia3(long size)
    {
        var scale = Trained(size);
        return new(size, (layer, x) => layer.forward(x) * scale);
    }

    private static Parameter Trained(params long[] shape) => new(randn(shape) * 0.01);
}
