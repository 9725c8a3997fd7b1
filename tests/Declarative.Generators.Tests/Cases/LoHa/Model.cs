using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Hadamard;

[LoHa(Rank = 2, Alpha = 3, Targets = "fc|square|wide|point|line", UseEffectiveConv2d = true)]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(6, 4, hasBias: false);
    private readonly Conv2d square = Conv2d(1, 2, 3, padding: 1), wide, point = Conv2d(2, 1, 1);
    private readonly Conv1d line = Conv1d(1, 1, 3, padding: 1);

    public Net() : this(3)
    {
    }

    public Net(int side) : base(nameof(Net))
    {
        wide = Conv2d(2, 2, side, padding: side / 2, groups: 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var image = point.forward(wide.forward(square.forward(x.unsqueeze(1))));
        var rows = image.squeeze(1);
        var lines = line.forward(rows.reshape(-1, 1, rows.size(-1)));
        return fc.forward(lines.reshape(rows.shape));
    }
}

[LoHa(Rank = 2, Alpha = 2)]
public sealed partial class Plain : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(6, 4);
    private readonly Own own = new(4, 5);

    public Plain() : base(nameof(Plain)) => RegisterComponents();

    public override Tensor forward(Tensor x) => own.forward(fc.forward(x));
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
