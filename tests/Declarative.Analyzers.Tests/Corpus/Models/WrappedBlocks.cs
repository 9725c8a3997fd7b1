// An MLP-mixer of wrappers: residual and pre-norm modules that take any other as a constructor argument, one of them generic.
using System;
using System.Collections.Generic;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.WrappedBlocks;

public sealed class Residual<TInner> : Module<Tensor, Tensor>
    where TInner : Module<Tensor, Tensor>
{
    private readonly TInner inner;

    public Residual(TInner inner) : base("Residual")
    {
        this.inner = inner;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => x + inner.forward(x);
}

public sealed class PreNorm : Module<Tensor, Tensor>
{
    private readonly LayerNorm norm;
    private readonly Module<Tensor, Tensor> fn;

    public PreNorm(long width, Module<Tensor, Tensor> fn) : base("PreNorm")
    {
        norm = LayerNorm(width);
        this.fn = fn;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => fn.forward(norm.forward(x));
}

public sealed class FeedForward : Module<Tensor, Tensor>
{
    private readonly Linear fc1, fc2;

    public FeedForward(long width, long inner) : base("FeedForward")
    {
        fc1 = Linear(width, inner);
        fc2 = Linear(inner, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => fc2.forward(functional.gelu(fc1.forward(x)));
}

public sealed class TokenMixing : Module<Tensor, Tensor>
{
    private readonly FeedForward mlp;

    public TokenMixing(FeedForward mlp) : base("TokenMixing")
    {
        this.mlp = mlp;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => mlp.forward(x.transpose(1, 2)).transpose(1, 2);
}

[Lora(Rank = 2, Targets = "fc1|fc2|adapt.inner")]
public sealed partial class Mixer : Module<Tensor, Tensor>
{
    private readonly Sequential layers;
    private readonly Residual<Linear> adapt;

    public Mixer(int tokens, int width, int depth) : base("Mixer")
    {
        var blocks = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i < depth; i++)
        {
            blocks.Add(new Residual<PreNorm>(new PreNorm(width, new TokenMixing(new FeedForward(tokens, 2 * tokens)))));
            blocks.Add(new Residual<PreNorm>(new PreNorm(width, new FeedForward(width, 2 * width))));
        }
        layers = Sequential(blocks);
        adapt = new Residual<Linear>(Linear(width, width));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => adapt.forward(layers.forward(x));
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new Mixer(tokens: 10, width: 12, depth: 2);
        var (x, y) = (randn(3, 10, 12), randn(3, 10, 12));
        return (model, () => functional.mse_loss(model.forward(x), y));
    }
}
