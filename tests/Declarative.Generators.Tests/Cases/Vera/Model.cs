using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Vera;

[VeRA(Rank = 8, SharedSeed = 42, Targets = "q|own|any")]
[VeRA(Rank = 16, SharedSeed = -7, DInitial = 1e-7, Dropout = 0.1, Bias = TrainedBias.LoraOnly, SaveProjection = false, Name = "wide", Targets = "v")]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear q = Linear(6, 6, hasBias: false), v = Linear(6, 4);
    private readonly Own own = new(6, 6);
    private readonly Module<Tensor, Tensor> any;

    public Net()
        : base("net")
    {
        any = Linear(6, 6);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => v.forward(any.forward(own.forward(q.forward(x))));
}

public sealed class Own : Module<Tensor, Tensor>
{
    private readonly Tensor weight;

    public Own(int inputs, int outputs)
        : base("own")
    {
        weight = randn(outputs, inputs);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => functional.linear(x, weight);
}
