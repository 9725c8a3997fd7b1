using Declarative;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

#pragma warning disable CA1050 // A class outside every namespace is the case.
/// <summary>A model outside every namespace.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class GlobalNamespaceModel : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(5, 3);

    public GlobalNamespaceModel() : base(nameof(GlobalNamespaceModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}
