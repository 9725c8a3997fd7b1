using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Rotated;

[Oft(BlockSize = 4)]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(8, 16, hasBias: false);
    private readonly Own own = new(16, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x) => own.forward(fc.forward(x));
}

[Oft(Blocks = 2, BlockShare = true, UseCayleyNeumann = false)]
public sealed partial class Shared : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(8, 12);

    public Shared() : base(nameof(Shared)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>A linear class of one's own.</summary>
public sealed class Own : Module<Tensor, Tensor>
{
    private readonly Parameter weight;

    public Own(long inputs, long outputs) : base(nameof(Own))
    {
        weight = new Parameter(randn(outputs, inputs));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => functional.linear(x, weight);
}
