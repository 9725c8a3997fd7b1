using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.Benchmarks.Methods;

/// <summary>A layer with a DoRA of rank 16.</summary>
[DoRA(Rank = 16, Alpha = 32, Targets = "proj")]
internal sealed partial class DoRALayer : Module<Tensor, Tensor>
{
    private readonly Linear proj;

    internal DoRALayer(long size)
        : base(nameof(DoRALayer))
    {
        proj = Linear(size, size);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => proj.forward(input);
}

/// <summary>DoRA as its formula reads: the weight is put together, measured and divided by at each call.</summary>
internal sealed class ComposedDoRA : Module<Tensor, Tensor>
{
    private readonly Linear proj, lora_A, lora_B;
    private readonly Parameter magnitude;

    internal ComposedDoRA(long size)
        : base(nameof(ComposedDoRA))
    {
        proj = Linear(size, size);
        lora_A = Linear(size, 16, hasBias: false);
        lora_B = Linear(16, size, hasBias: false);
        magnitude = new Parameter(proj.weight.detach().norm(1));
        RegisterComponents();
        proj.weight.requires_grad = false;
        proj.bias!.requires_grad = false;
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var update = lora_B.weight.mm(lora_A.weight) * 2.0;
        var scale = magnitude / (proj.weight + update.detach()).norm(1).detach();
        var low = lora_B.forward(lora_A.forward(input)) * 2.0;
        return (scale * (functional.linear(input, proj.weight) + low) + proj.bias!).MoveToOuterDisposeScope();
    }
}
