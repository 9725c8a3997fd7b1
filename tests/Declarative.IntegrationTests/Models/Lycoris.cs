using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>A LoHa on linear layers and on a convolution in the Tucker form.</summary>
[LoHa(Rank = 2, Alpha = 4, Targets = "fc1|conv|fc2", UseEffectiveConv2d = true)]
public sealed partial class LoHaModel : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(8, 8), fc2 = Linear(8, 12, hasBias: false);
    private readonly Conv2d conv = Conv2d(4, 4, 3, padding: 1);

    public LoHaModel() : base(nameof(LoHaModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var rows = fc1.forward(x);
        using var image = rows.view(-1, 4, 2, 1);
        using var filtered = conv.forward(image);
        using var active = filtered.tanh();
        using var back = active.flatten(1);
        return fc2.forward(back);
    }
}

/// <summary>A LoKr on linear layers, one of them forwarded by its factors, and on a convolution.</summary>
[LoKr(Rank = 1, Alpha = 2, Targets = "fc1|conv|fc2")]
public sealed partial class LoKrModel : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(16, 16), fc2 = Linear(16, 6, hasBias: false);
    private readonly Conv1d conv = Conv1d(4, 4, 3, padding: 1);

    public LoKrModel() : base(nameof(LoKrModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var rows = fc1.forward(x);
        using var lines = rows.view(-1, 4, 4);
        using var filtered = conv.forward(lines);
        using var active = filtered.tanh();
        using var back = active.flatten(1);
        return fc2.forward(back);
    }
}

/// <summary>Rotated inputs of two layers.</summary>
[Oft(BlockSize = 8)]
public sealed partial class OftModel : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(16, 24), fc2 = Linear(24, 6, hasBias: false);

    public OftModel() : base(nameof(OftModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var rows = fc1.forward(x);
        using var active = rows.tanh();
        return fc2.forward(active);
    }
}

/// <summary>Scaled outputs of linear layers and a convolution, and scaled inputs of a feed-forward layer.</summary>
[IA3(Targets = "k_proj|conv|fc2", FeedForward = "fc2")]
public sealed partial class IA3Model : Module<Tensor, Tensor>
{
    private readonly Linear k_proj = Linear(8, 8), fc1 = Linear(8, 12), fc2 = Linear(12, 6);
    private readonly Conv2d conv = Conv2d(1, 1, 3, padding: 1);

    public IA3Model() : base(nameof(IA3Model)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var keys = k_proj.forward(x);
        using var image = keys.unsqueeze(0);
        using var filtered = conv.forward(image);
        using var rows = filtered.squeeze(0);
        using var hidden = fc1.forward(rows);
        using var active = hidden.tanh();
        return fc2.forward(active);
    }
}
