// Sizes from a configuration, a ModuleList in a loop, attention by hand, the output projection tied to the embedding.
using System;
using System.Linq;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.CharTransformer;

public sealed record TransformerConfig
{
    public int VocabSize { get; init; } = 256;
    public int Hidden { get; init; } = 128;
    public int Heads { get; init; } = 4;
    public int Layers { get; init; } = 4;
    public int Context { get; init; } = 64;
    public double Dropout { get; init; } = 0.1;
}

[Lora(Rank = 8, Alpha = 16, Dropout = 0.05)]
public sealed partial class CharTransformer : Module<Tensor, Tensor>
{
    private readonly TransformerConfig config;
    private readonly Embedding tok_emb, pos_emb;
    private readonly ModuleList<Block> blocks;
    private readonly LayerNorm ln_f;
    private readonly Linear lm_head;

    public CharTransformer(TransformerConfig config) : base(nameof(CharTransformer))
    {
        this.config = config;
        tok_emb = Embedding(config.VocabSize, config.Hidden);
        pos_emb = Embedding(config.Context, config.Hidden);
        blocks = new ModuleList<Block>(Enumerable.Range(0, config.Layers).Select(_ => new Block(config)).ToArray());
        ln_f = LayerNorm(config.Hidden);
        lm_head = Linear(config.Hidden, config.VocabSize, hasBias: false);
        lm_head.weight = tok_emb.weight!;
        RegisterComponents();
        foreach (var (name, parameter) in named_parameters())
        {
            if (name.EndsWith("weight", StringComparison.Ordinal) && parameter.dim() == 2)
                init.normal_(parameter, 0, 0.02);
        }
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var length = input.shape[1];
        if (length > config.Context)
            throw new ArgumentException($"At most {config.Context} tokens.", nameof(input));
        var x = tok_emb.forward(input) + pos_emb.forward(arange(length, device: input.device));
        foreach (var block in blocks)
            x = block.forward(x);
        return lm_head.forward(ln_f.forward(x)).MoveToOuterDisposeScope();
    }
}

public sealed class Block : Module<Tensor, Tensor>
{
    private readonly LayerNorm ln_1, ln_2;
    private readonly CausalSelfAttention attn;
    private readonly FeedForward mlp;

    public Block(TransformerConfig config) : base(nameof(Block))
    {
        ln_1 = LayerNorm(config.Hidden);
        ln_2 = LayerNorm(config.Hidden);
        attn = new CausalSelfAttention(config);
        mlp = new FeedForward(config.Hidden, dropout: config.Dropout);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = x + attn.forward(ln_1.forward(x));
        return x + mlp.forward(ln_2.forward(x));
    }
}

public sealed class CausalSelfAttention : Module<Tensor, Tensor>
{
    private readonly Linear q_proj, k_proj, v_proj, o_proj;
    private readonly Dropout drop;
    private readonly int heads;
    private readonly long headDim;

    public CausalSelfAttention(TransformerConfig config) : base(nameof(CausalSelfAttention))
    {
        heads = config.Heads;
        headDim = config.Hidden / config.Heads;
        (q_proj, k_proj) = (Linear(config.Hidden, config.Hidden, false), Linear(config.Hidden, config.Hidden, false));
        v_proj = Linear(config.Hidden, config.Hidden, false);
        o_proj = Linear(config.Hidden, config.Hidden, false);
        drop = Dropout(config.Dropout);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var (b, t) = (x.shape[0], x.shape[1]);
        Tensor Split(Tensor y) => y.view(b, t, heads, headDim).transpose(1, 2);
        var (q, k, v) = (Split(q_proj.forward(x)), Split(k_proj.forward(x)), Split(this.v_proj.call(x)));
        var scores = q.matmul(k.transpose(-2, -1)) / Math.Sqrt(headDim);
        var mask = triu(ones(t, t, dtype: ScalarType.Bool, device: x.device), 1);
        scores = scores.masked_fill(mask, double.NegativeInfinity);
        var y = drop.forward(functional.softmax(scores, -1)).matmul(v);
        return o_proj.forward(y.transpose(1, 2).contiguous().view(b, t, heads * headDim));
    }
}

public sealed class FeedForward : Module<Tensor, Tensor>
{
    private readonly Linear gate_proj, up_proj, down_proj;
    private readonly Dropout drop;

    public FeedForward(int hidden, int multiple = 4, double dropout = 0) : base(nameof(FeedForward))
    {
        gate_proj = Linear(hidden, multiple * hidden, hasBias: false);
        up_proj = Linear(hidden, multiple * hidden, hasBias: false);
        down_proj = Linear(multiple * hidden, hidden, hasBias: false);
        drop = Dropout(dropout);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) =>
        drop.forward(down_proj.forward(functional.silu(gate_proj.forward(x)) * up_proj.forward(x)));
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var config = new TransformerConfig { VocabSize = 40, Hidden = 32, Heads = 2, Layers = 2, Context = 12 };
        var model = new CharTransformer(config);
        var (ids, next) = (randint(0, 40, new long[] { 2, 8 }), randint(0, 40, new long[] { 16 }));
        return (model, () => functional.cross_entropy(model.forward(ids).view(-1, config.VocabSize), next));
    }
}
