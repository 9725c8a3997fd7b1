using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.Benchmarks;

/// <summary>One frozen layer that nothing adapts: the peer.</summary>
internal sealed class BareLayer : Module<Tensor, Tensor>
{
    private readonly Linear proj;

    internal BareLayer(long size)
        : base(nameof(BareLayer))
    {
        proj = Linear(size, size);
        RegisterComponents();
        foreach (var parameter in parameters())
            parameter.requires_grad = false;
    }

    public override Tensor forward(Tensor input) => proj.forward(input);
}

/// <summary>The same layer with a LoRA of rank 16, reached through the generated interceptor.</summary>
[Lora(Rank = 16, Alpha = 32, Targets = "proj")]
internal sealed partial class AdaptedLayer : Module<Tensor, Tensor>
{
    private readonly Linear proj;

    internal AdaptedLayer(long size)
        : base(nameof(AdaptedLayer))
    {
        proj = Linear(size, size);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => proj.forward(input);
}

/// <summary>LoRA as it is usually composed from layers, <c>y = base(x) + s·B(A(x))</c>: what a user would write.</summary>
internal sealed class ComposedLora : Module<Tensor, Tensor>
{
    private readonly Linear proj, lora_A, lora_B;

    internal ComposedLora(long size)
        : base(nameof(ComposedLora))
    {
        proj = Linear(size, size);
        lora_A = Linear(size, 16, hasBias: false);
        lora_B = Linear(16, size, hasBias: false);
        RegisterComponents();
        proj.weight.requires_grad = false;
        proj.bias!.requires_grad = false;
    }

    public override Tensor forward(Tensor input)
    {
        using var y = proj.forward(input);
        using var h = lora_A.forward(input);
        using var delta = lora_B.forward(h);
        using var scaled = delta * 2.0;
        return y + scaled;
    }
}
