// A mixture of experts: a router, the two best experts of each token, their results added where the tokens were.
using System;
using System.Linq;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.MixtureOfExperts;

internal interface IRoutingOptions
{
    int Experts { get; }
    int Active { get; }
}

internal sealed record MoeOptions(int Width, int Inner, int Experts, int Active, int Layers) : IRoutingOptions;

internal sealed class Expert : Module<Tensor, Tensor>
{
    private readonly Linear w1, w2, w3;

    internal Expert(MoeOptions options) : base(nameof(Expert))
    {
        w1 = Linear(options.Width, options.Inner, hasBias: false);
        w2 = Linear(options.Inner, options.Width, hasBias: false);
        w3 = Linear(options.Width, options.Inner, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => w2.forward(functional.silu(w1.forward(x)).mul_(w3.forward(x)));
}

internal sealed class SparseMlp : Module<Tensor, Tensor>
{
    private readonly IRoutingOptions routing;
    private readonly Linear gate;
    private readonly ModuleList<Expert> experts;

    internal SparseMlp(MoeOptions options) : base(nameof(SparseMlp))
    {
        routing = options;
        gate = Linear(options.Width, options.Experts, hasBias: false);
        experts = new ModuleList<Expert>(Enumerable.Range(0, options.Experts).Select(_ => new Expert(options)).ToArray());
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var tokens = x.reshape(-1, x.shape[^1]);
        var (weights, chosen) = functional.softmax(gate.forward(tokens), 1).topk(routing.Active, dim: 1);
        weights = weights / weights.sum(1, keepdim: true);
        var result = zeros_like(tokens);
        for (var e = 0; e < experts.Count; e++)
        {
            var places = chosen.eq(e).nonzero();
            if (places.shape[0] == 0)
                continue;
            var rows = places.select(1, 0);
            var share = weights.masked_select(chosen.eq(e)).unsqueeze(1);
            result = result.index_add(0, rows, experts[e].forward(tokens.index_select(0, rows)) * share, 1);
        }
        return result.view(x.shape).MoveToOuterDisposeScope();
    }
}

[Lora(Rank = 2, Alpha = 4, Targets = "experts.*.w1|experts.*.w2|experts.*.w3|gate", Exclude = "layers.0.gate")]
internal sealed partial class MoeStack : Module<Tensor, Tensor>
{
    private readonly ModuleList<SparseMlp> layers = new();
    private readonly ModuleList<LayerNorm> norms = new();

    internal MoeStack(MoeOptions options) : base(nameof(MoeStack))
    {
        for (var i = 0; i < options.Layers; i++)
        {
            layers.Add(new SparseMlp(options));
            norms.Add(LayerNorm(options.Width));
        }
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        foreach (var (layer, norm) in layers.Zip(norms))
            x = x + layer.forward(norm.forward(x));
        return x;
    }
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new MoeStack(new MoeOptions(Width: 16, Inner: 24, Experts: 4, Active: 2, Layers: 2));
        var (x, y) = (randn(2, 24, 16), randn(2, 24, 16));
        return (model, () => functional.mse_loss(model.forward(x), y));
    }
}
