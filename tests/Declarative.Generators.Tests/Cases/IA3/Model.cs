using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Scaled;

[IA3(Targets = "k_proj|v_proj|fc*|convs.*|own|any", FeedForward = "fc2|own|convs.1")]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear k_proj = Linear(6, 6, hasBias: false), v_proj = Linear(6, 6), fc1 = Linear(6, 8), fc2 = Linear(8, 6);
    private readonly ModuleList<Conv2d> convs;
    private readonly Own own = new(6, 4);
    private readonly Module<Tensor, Tensor> any;

    public Net() : base(nameof(Net))
    {
        convs = new ModuleList<Conv2d>(Conv2d(1, 2, 3, padding: 1), Conv2d(2, 1, 1));
        any = Make();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var attended = k_proj.forward(x).softmax(-1) * v_proj.forward(x);
        var y = fc2.forward(fc1.forward(attended).tanh()).unsqueeze(1);
        foreach (var conv in convs)
            y = conv.forward(y);
        return any.forward(own.forward(y.squeeze(1)));
    }

    private static Module<Tensor, Tensor> Make() => Linear(4, 3);
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
