// One projection for q, k and v, split after the call; weights started by a method that the constructor calls.
using System;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus.FusedQkv;

[Lora(Targets = "c_attn|c_proj", Rank = 4)]
public sealed partial class FusedAttention : Module<Tensor, Tensor?, Tensor>
{
    private readonly Linear c_attn;
    private readonly Linear c_proj;
    private readonly int n_head;

    public FusedAttention(int n_embd, int n_head) : base("attn")
    {
        if (n_embd % n_head != 0)
            throw new ArgumentException("n_embd must be divisible by n_head");
        this.n_head = n_head;
        c_attn = Linear(n_embd, 3 * n_embd);
        c_proj = Linear(n_embd, n_embd);
        register_buffer("bias", tril(ones(64, 64)).view(1, 1, 64, 64));
        RegisterComponents();
        ResetParameters(0.02f);
    }

    private void ResetParameters(float std)
    {
        init.normal_(c_attn.weight!, 0, std);
        init.normal_(c_proj.weight!, 0, std / Math.Sqrt(2));
        if (c_attn.bias is not null)
            init.zeros_(c_attn.bias);
        using (no_grad())
            c_proj.weight!.mul_(0.5);
    }

    public override Tensor forward(Tensor x, Tensor? mask)
    {
        var shape = x.shape;
        var qkv = c_attn.forward(x).chunk(3, dim: -1);
        var heads = new Tensor[3];
        for (var i = 0; i < qkv.Length; i++)
            heads[i] = qkv[i].view(shape[0], shape[1], n_head, shape[2] / n_head).transpose(1, 2);
        var att = heads[0].matmul(heads[1].transpose(2, 3)) * (1.0 / Math.Sqrt(heads[1].shape[3]));
        if (mask is not null)
            att = att + mask;
        var y = functional.softmax(att, dim: -1).matmul(heads[2]);
        return c_proj.forward(y.transpose(1, 2).reshape(shape));
    }
}

public static class Example
{
    public static (Module Model, Func<Tensor> Loss) Create()
    {
        var model = new FusedAttention(n_embd: 32, n_head: 4);
        var (x, y) = (randn(2, 6, 32), randn(2, 6, 32));
        var mask = triu(full(6, 6, -1e9), 1);
        return (model, () => functional.mse_loss(model.forward(x, mask), y));
    }
}
