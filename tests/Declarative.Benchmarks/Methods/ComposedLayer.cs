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

    /// <summary>w₁ [32, 32] and w₂ [size / 32, size / 32], the second of rank 16.</summary>
    internal static ComposedLayer LoKr(long size)
    {
        const long Outer = 32;
        var inner = size / Outer;
        var (first, a, b) = (Trained(Outer, Outer), Trained(inner, Rank), Trained(Rank, inner));
        return new(size, (layer, x) =>
        {
            var product = first.view(Outer, 1, Outer, 1) * a.mm(b).view(1, inner, 1, inner);
            return layer.forward(x) + functional.linear(x, product.reshape(size, size) * 2.0);
        });
    }

    /// <summary>Blocks of 32, each the exact Cayley transform.</summary>
    internal static ComposedLayer Oft(long size)
    {
        const long Side = 32;
        var (blocks, one, free) = (size / Side, eye(Side), Trained(size / Side, Side, Side));
        return new(size, (layer, x) =>
        {
            var skew = free - free.transpose(1, 2);
            var rotation = linalg.solve(one + skew, one - skew);
            return layer.forward(x.view(-1, blocks, Side).transpose(0, 1).bmm(rotation).transpose(0, 1).reshape(-1, size));
        });
    }

    /// <summary>Sixteen levels, a code in a byte and a scale for each 64 elements; the whole weight is looked up at each call.</summary>
    internal static ComposedLayer QLora(long size)
    {
        var (a, b, levels) = (Trained(Rank, size), Trained(size, Rank), linspace(-1, 1, 16));
        var (codes, scales) = (randint(16, [size * size], dtype: ScalarType.Int64).to(ScalarType.Byte), rand(size * size / 64, 1));
        return new(size, (layer, x) =>
        {
            var weight = (levels.index_select(0, codes.to(ScalarType.Int32)).view(-1, 64) * scales).view(size, size);
            return functional.linear(x, weight, layer.bias) + (functional.linear(functional.linear(x, a), b) * 2.0);
        });
    }

    internal static ComposedLayer Ia3(long size)
    {
        var scale = Trained(size);
        return new(size, (layer, x) => layer.forward(x) * scale);
    }

    private static Parameter Trained(params long[] shape) => new(randn(shape) * 0.01);
}
