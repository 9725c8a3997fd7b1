using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

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
