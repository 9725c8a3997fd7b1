using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CharGptSample.Model;

/// <summary>One transformer block: attention and MLP, each normed before and added to the stream.</summary>
public sealed class Block : Module<Tensor, Tensor>
{
    private readonly LayerNorm attn_norm, mlp_norm;
    public readonly CausalSelfAttention attn;
    public readonly GatedMlp mlp;

    public Block(CharGptConfig config) : base(nameof(Block))
    {
        attn_norm = LayerNorm(config.Hidden);
        attn = new CausalSelfAttention(config);
        mlp_norm = LayerNorm(config.Hidden);
        mlp = new GatedMlp(config);
        RegisterComponents();
    }

    /// <summary>[batch, time, hidden] to the same.</summary>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var attended = x + attn.forward(attn_norm.forward(x));
        return (attended + mlp.forward(mlp_norm.forward(attended))).MoveToOuterDisposeScope();
    }
}
