using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

[Lora(Rank = 2)]
public partial class Mlp(Linear captured) : Module<Tensor, Tensor>("mlp")
{
    private readonly Linear fc = Linear(4, 4);

    public Mlp()
        : this(Linear(4, 4)) => RegisterComponents();

    public override Tensor forward(Tensor x) => captured.forward(fc.forward(x));
}
