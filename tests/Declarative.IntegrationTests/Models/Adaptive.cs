using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>Ranks that training allocates.</summary>
[AdaLora(InitialRank = 4, TargetRank = 2, Alpha = 8, InitialSteps = 4, FinalSteps = 8, Interval = 2, TotalSteps = 20, Targets = "up|down")]
public sealed partial class AdaptiveModel : Module<Tensor, Tensor>
{
    private readonly Linear up = Linear(6, 8), down = Linear(8, 6, hasBias: false);

    public AdaptiveModel() : base(nameof(AdaptiveModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => down.forward(functional.relu(up.forward(x)));
}
