using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kronecker;

[LoKr(Rank = 1, Alpha = 3, Targets = "fc|square|wide|any", DecomposeBoth = true, DecomposeFactor = 4, UseEffectiveConv2d = true)]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(8, 16, hasBias: false);
    private readonly Conv2d square = Conv2d(1, 4, 3, padding: 1), wide;
    private readonly Module<Tensor, Tensor> any = Linear(16, 6);

    public Net() : this(3)
    {
    }

    public Net(int side) : base(nameof(Net))
    {
        wide = Conv2d(4, 1, side, padding: side / 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => any.forward(fc.forward(wide.forward(square.forward(x.unsqueeze(1))).squeeze(1)));
}

[LoKr(Rank = 100, Alpha = 100)]
public sealed partial class Whole : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(8, 12);

    public Whole() : base(nameof(Whole)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}
