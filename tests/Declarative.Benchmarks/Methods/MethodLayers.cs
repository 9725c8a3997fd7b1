using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.Benchmarks.Methods;

/// <summary>A layer with <c>[VeRA]</c>.</summary>
[VeRA(Rank = 16, SharedSeed = 42, Targets = "proj")]
internal sealed partial class VeRALayer : Module<Tensor, Tensor>
{
    private readonly Linear proj;

    internal VeRALayer(long size)
        : base(nameof(VeRALayer))
    {
        proj = Linear(size, size);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => proj.forward(input);
}

/// <summary>A layer with <c>[AdaLora]</c>.</summary>
[AdaLora(InitialRank = 16, TargetRank = 8, TotalSteps = 1_000_000, Targets = "proj")]
internal sealed partial class AdaLoraLayer : Module<Tensor, Tensor>
{
    private readonly Linear proj;

    internal AdaLoraLayer(long size)
        : base(nameof(AdaLoraLayer))
    {
        proj = Linear(size, size);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => proj.forward(input);
}

/// <summary>A layer with <c>[DeltaLora]</c>.</summary>
[DeltaLora(Rank = 16, Alpha = 32, Targets = "proj")]
internal sealed partial class DeltaLoraLayer : Module<Tensor, Tensor>
{
    private readonly Linear proj;

    internal DeltaLoraLayer(long size)
        : base(nameof(DeltaLoraLayer))
    {
        proj = Linear(size, size);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => proj.forward(input);
}

/// <summary>A layer with <c>[QLora]</c>.</summary>
[QLora(Rank = 16, Alpha = 32, Targets = "proj")]
internal sealed partial class QLoraLayer : Module<Tensor, Tensor>
{
    private readonly Linear proj;

    internal QLoraLayer(long size)
        : base(nameof(QLoraLayer))
    {
        proj = Linear(size, size);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => proj.forward(input);
}

/// <summary>A layer with <c>[QDoRA]</c>.</summary>
[QDoRA(Rank = 16, Alpha = 32, Targets = "proj")]
internal sealed partial class QDoRALayer : Module<Tensor, Tensor>
{
    private readonly Linear proj;

    internal QDoRALayer(long size)
        : base(nameof(QDoRALayer))
    {
        proj = Linear(size, size);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => proj.forward(input);
}

/// <summary>A layer with <c>[LoHa]</c>.</summary>
[LoHa(Rank = 16, Alpha = 32, Targets = "proj")]
internal sealed partial class LoHaLayer : Module<Tensor, Tensor>
{
    private readonly Linear proj;

    internal LoHaLayer(long size)
        : base(nameof(LoHaLayer))
    {
        proj = Linear(size, size);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => proj.forward(input);
}

/// <summary>A layer with <c>[LoKr]</c>.</summary>
[LoKr(Rank = 16, Alpha = 32, Targets = "proj")]
internal sealed partial class LoKrLayer : Module<Tensor, Tensor>
{
    private readonly Linear proj;

    internal LoKrLayer(long size)
        : base(nameof(LoKrLayer))
    {
        proj = Linear(size, size);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => proj.forward(input);
}

/// <summary>A layer with <c>[IA3]</c>.</summary>
[IA3(Targets = "proj")]
internal sealed partial class IA3Layer : Module<Tensor, Tensor>
{
    private readonly Linear proj;

    internal IA3Layer(long size)
        : base(nameof(IA3Layer))
    {
        proj = Linear(size, size);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => proj.forward(input);
}

/// <summary>A layer with <c>[Oft]</c>.</summary>
[Oft(BlockSize = 32, Targets = "proj")]
internal sealed partial class OftLayer : Module<Tensor, Tensor>
{
    private readonly Linear proj;

    internal OftLayer(long size)
        : base(nameof(OftLayer))
    {
        proj = Linear(size, size);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => proj.forward(input);
}
