using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CharGpt;

[Lora(Rank = 4, Alpha = 8, Targets = "q_proj|v_proj")]
public sealed partial class CausalSelfAttention : Module<Tensor, Tensor>
{
    private readonly Linear q_proj, k_proj, v_proj, o_proj;

    public CausalSelfAttention()
        : base("attn")
    {
        q_proj = Linear(16, 16, hasBias: false);
        k_proj = Linear(16, 16, hasBias: false);
        v_proj = Linear(16, 16);
        o_proj = Linear(16, 16);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var q = q_proj.forward(x);
        var k = k_proj.forward(x);
        var v = v_proj.call(x);
        return o_proj.forward(functional.softmax(q.matmul(k.transpose(-2, -1)), -1).matmul(v));
    }
}
