using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Adaptive;

[AdaLora(InitialRank = 3, TargetRank = 2, Alpha = 6, TotalSteps = 100, Targets = "q|k|own")]
public partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear q = Linear(6, 6), k = Linear(6, 4, hasBias: false);
    private readonly Own own = new(4, 3);

    [AdaLora(Name = "head", InitialRank = 2, TargetRank = 1, Dropout = 0.1, InitialSteps = 10, FinalSteps = 20, Interval = 5, Beta1 = 0.9, Beta2 = 0.95, OrthogonalityWeight = 0.1, TotalSteps = 100)]
    private readonly Linear head = Linear(3, 4);

    public Net()
        : base("net") => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(own.forward(k.forward(q.forward(x))));
}

public sealed class Own : Module<Tensor, Tensor>
{
    private readonly Parameter weight;

    public Own(long inputs, long outputs)
        : base("own")
    {
        weight = Parameter(randn(outputs, inputs));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => functional.linear(x, weight);
}
