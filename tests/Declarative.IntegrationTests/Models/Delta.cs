using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>A base weight that takes over what its adapter learns.</summary>
[DeltaLora(Rank = 2, Alpha = 4, Lambda = 0.5, Targets = "up|down")]
public sealed partial class DeltaModel : Module<Tensor, Tensor>
{
    private readonly Linear up = Linear(6, 8), down = Linear(8, 6, hasBias: false);

    public DeltaModel() : base(nameof(DeltaModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => down.forward(functional.relu(up.forward(x)));
}
