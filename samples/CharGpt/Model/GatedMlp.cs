using Declarative;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CharGptSample.Model;

/// <summary>The feed-forward half of a block: what goes up is gated by its neighbour and comes down again.</summary>
[Lora(Rank = 8, Alpha = 16)]
public sealed partial class GatedMlp : Module<Tensor, Tensor>
{
    private readonly Linear gate_proj, up_proj, down_proj;

    public GatedMlp(CharGptConfig config) : base(nameof(GatedMlp))
    {
        gate_proj = Linear(config.Hidden, config.Inner, hasBias: false);
        up_proj = Linear(config.Hidden, config.Inner, hasBias: false);
        down_proj = Linear(config.Inner, config.Hidden, hasBias: false);
        RegisterComponents();
    }

    /// <summary>[batch, time, hidden] to the same.</summary>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var gated = functional.silu(gate_proj.forward(x)) * up_proj.forward(x);
        return down_proj.forward(gated).MoveToOuterDisposeScope();
    }
}
