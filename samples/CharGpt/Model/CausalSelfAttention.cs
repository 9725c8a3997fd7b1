using Declarative;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CharGptSample.Model;

/// <summary>Multi-head attention in which a character sees itself and what came before it.</summary>
[Lora(Rank = 8, Alpha = 16, Targets = "q_proj|v_proj")]
public sealed partial class CausalSelfAttention : Module<Tensor, Tensor>
{
    private readonly Linear q_proj, k_proj, v_proj, o_proj;
    private readonly int heads;
    private readonly float scale;

    public CausalSelfAttention(CharGptConfig config) : base(nameof(CausalSelfAttention))
    {
        heads = config.Heads;
        scale = 1 / MathF.Sqrt(config.Hidden / config.Heads);
        q_proj = Linear(config.Hidden, config.Hidden, hasBias: false);
        k_proj = Linear(config.Hidden, config.Hidden, hasBias: false);
        v_proj = Linear(config.Hidden, config.Hidden, hasBias: false);
        o_proj = Linear(config.Hidden, config.Hidden, hasBias: false);
        RegisterComponents();
    }

    /// <summary>[batch, time, hidden] to the same.</summary>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var (batch, time, hidden) = (x.shape[0], x.shape[1], x.shape[2]);
        Tensor Heads(Tensor projected) => projected.view(batch, time, heads, hidden / heads).transpose(1, 2);

        var q = Heads(q_proj.forward(x));
        var k = Heads(k_proj.forward(x));
        var v = Heads(v_proj.forward(x));

        var future = full(time, time, float.NegativeInfinity, device: x.device).triu(1);
        var attention = functional.softmax(matmul(q, k.transpose(2, 3)) * scale + future, -1);
        var mixed = matmul(attention, v).transpose(1, 2).reshape(batch, time, hidden);
        return o_proj.forward(mixed).MoveToOuterDisposeScope();
    }
}
