// GPT-2 as it was ported: its own Conv1D layer, names registered as the checkpoint has them, one projection split in three.
using System;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Corpus.Gpt2;

/// <summary>GPT-2's affine layer. The weight is kept as a Linear keeps it and transposed when a checkpoint is read.</summary>
public sealed class Conv1D : Module<Tensor, Tensor>
{
    private readonly int nf;
    private readonly Parameter weight;
    private readonly Parameter bias;

    public Conv1D(int nf, int nx) : base(nameof(Conv1D))
    {
        this.nf = nf;
        weight = Parameter(empty(nf, nx));
        bias = Parameter(zeros(nf));
        init.normal_(weight, std: 0.02);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var size = x.shape;
        size[^1] = nf;
        return bias.addmm(x.view(-1, x.shape[^1]), weight.t()).view(size);
    }
}

public sealed class Attention : Module<Tensor, Tensor>
{
    private readonly Conv1D _attention, _projection;
    private readonly int _heads, _width;
    private readonly Tensor _mask;

    public Attention(int nCtx, int nEmbd, int nHead) : base(nameof(Attention))
    {
        (_heads, _width) = (nHead, nEmbd);
        register_module("c_attn", _attention = new Conv1D(3 * nEmbd, nEmbd));
        register_module("c_proj", _projection = new Conv1D(nEmbd, nEmbd));
        register_buffer("bias", _mask = tril(ones(nCtx, nCtx, ScalarType.Bool)).view(1, 1, nCtx, nCtx));
    }

    public override Tensor forward(Tensor x)
    {
        var (batch, length) = (x.shape[0], x.shape[1]);
        var parts = _attention.forward(x).split(_width, dim: 2);
        var (query, key, value) = (Heads(parts[0]), Heads(parts[1]), Heads(parts[2]));
        var scores = query.matmul(key.transpose(-1, -2)) / Math.Sqrt(_width / _heads);
        var visible = _mask.narrow(2, 0, length).narrow(3, 0, length);
        scores = scores.masked_fill(visible.logical_not(), -1e4);
        var merged = F.softmax(scores, dim: -1).matmul(value).transpose(1, 2).contiguous().view(batch, length, _width);
        return _projection.forward(merged);

        Tensor Heads(Tensor t) => t.view(batch, length, _heads, _width / _heads).permute(0, 2, 1, 3);
    }
}

public sealed class Mlp : Module<Tensor, Tensor>
{
    private readonly Conv1D c_fc, c_proj;

    public Mlp(int nEmbd) : base(nameof(Mlp))
    {
        c_fc = new Conv1D(4 * nEmbd, nEmbd);
        c_proj = new Conv1D(nEmbd, 4 * nEmbd);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => c_proj.forward(F.gelu(c_fc.forward(x)));
}

public sealed class Block : Module<Tensor, Tensor>
{
    private readonly LayerNorm ln_1, ln_2;
    private readonly Attention attn;
    private readonly Mlp mlp;

    public Block(int nCtx, int nEmbd, int nHead) : base(nameof(Block))
    {
        (ln_1, attn) = (LayerNorm(nEmbd), new Attention(nCtx, nEmbd, nHead));
        (ln_2, mlp) = (LayerNorm(nEmbd), new Mlp(nEmbd));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = x + attn.forward(ln_1.forward(x));
        return x + mlp.forward(ln_2.forward(x));
    }
}

[Lora(Rank = 4, Alpha = 32, Targets = "attn.c_attn|attn.c_proj|mlp.*")]
public sealed partial class Gpt2 : Module<Tensor, Tensor>
{
    private readonly Embedding wte, wpe;
    private readonly ModuleList<Block> h = new();
    private readonly LayerNorm ln_f;

    public Gpt2(int vocab, int nCtx, int nEmbd, int nHead, int nLayer) : base("gpt2")
    {
        wte = Embedding(vocab, nEmbd);
        wpe = Embedding(nCtx, nEmbd);
        for (var i = 0; i < nLayer; i++)
            h.append(new Block(nCtx, nEmbd, nHead));
        ln_f = LayerNorm(nEmbd);
        RegisterComponents();
    }

    public override Tensor forward(Tensor ids)
    {
        var x = wte.forward(ids) + wpe.forward(arange(ids.shape[1], device: ids.device)).unsqueeze(0);
        foreach (var block in h)
            x = block.forward(x);
        return F.linear(ln_f.forward(x), wte.weight!);
    }
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new Gpt2(vocab: 48, nCtx: 16, nEmbd: 24, nHead: 3, nLayer: 2);
        var tokens = randint(0, 48, new long[] { 2, 11 });
        var (ids, next) = (tokens.narrow(1, 0, 10), tokens.narrow(1, 1, 10).reshape(-1));
        return (model, () => F.cross_entropy(model.forward(ids).view(-1, 48), next));
    }
}
