// Lists of layers walked in every way, layers of a generic base class, a helper method that takes one.
using System;
using System.Linq;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.MultiHead;

public abstract class Backbone<TConfig> : Module<Tensor, Tensor>
    where TConfig : class
{
    protected readonly Linear stem;
    protected readonly TConfig config;

    protected Backbone(string name, TConfig config, long width) : base(name)
    {
        this.config = config;
        stem = Linear(width, width);
    }

    protected Tensor Stem(Tensor x) => functional.gelu(stem.forward(x));
}

[Lora(Targets = "stem|heads.*|tok", Rank = 2)]
public sealed partial class MultiHead : Backbone<string>
{
    private readonly ModuleList<Linear> heads;
    private readonly Embedding tok;

    public MultiHead(long width, int count) : base("multi", "small", width)
    {
        tok = Embedding(100, width);
        heads = new ModuleList<Linear>();
        for (int i = 0; i < count; i++)
            heads.Add(Linear(width, width));
        RegisterComponents();
    }

    public int Parameters => (int)parameters().Sum(p => p.numel());

    public long Width => stem.weight!.shape[0];

    public override Tensor forward(Tensor ids)
    {
        var x = Stem(tok.forward(ids));
        foreach (var head in heads)
            x = Residual(head, x);
        for (var i = 0; i < heads.Count; i++)
            x = x + heads[i].forward(x);
        var outputs = heads.Select(h => h.forward(x)).ToArray();
        var last = heads[heads.Count - 1];
        return stack(outputs).mean(new long[] { 0 }) + last.call(x) + heads[^1].forward(x);
    }

    private static Tensor Residual(Linear layer, Tensor x) => x + layer.forward(x);
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new MultiHead(width: 16, count: 3);
        var (ids, y) = (randint(0, 100, new long[] { 4, 5 }), randn(4, 5, 16));
        return (model, () => functional.mse_loss(model.forward(ids), y));
    }
}
