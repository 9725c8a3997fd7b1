using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Delta;

[DeltaLora(Rank = 2, Alpha = 4, Lambda = 0.5, StartStep = 100)]
public partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear q = Linear(6, 6), k = Linear(6, 4, hasBias: false), head = Linear(4, 3);

    public Net()
        : base("net") => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(k.forward(q.forward(x)));
}
