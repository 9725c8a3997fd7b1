using Declarative;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Decomposed;

/// <summary>A layer of each kind under DoRA: with a bias and without, with a scale that is no single-precision number, and one known at run time only.</summary>
[DoRA(Rank = 4, Alpha = 2, Dropout = 0.1, RankStabilized = true, Targets = "*")]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Embedding tokens = Embedding(50, 32);
    private readonly Linear fc = Linear(32, 48);
    private readonly Linear plain = Linear(48, 32, hasBias: false);
    private readonly Conv2d conv = Conv2d(1, 8, (3, 3), padding: (1, 1));
    private readonly Module<Tensor, Tensor> any;

    public Net()
        : this(Linear(32, 8))
    {
    }

    public Net(Module<Tensor, Tensor> any)
        : base("net")
    {
        this.any = any;
        RegisterComponents();
    }

    public override Tensor forward(Tensor ids) =>
        any.call(conv.forward(plain.forward(fc.forward(tokens.forward(ids))).unsqueeze(1)));
}
