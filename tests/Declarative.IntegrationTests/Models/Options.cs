using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>α/√r instead of α/r; 3/√3 is no float, so the scale must not go through one.</summary>
[Lora(Rank = 3, Alpha = 3, RankStabilized = true)]
public sealed partial class RankStabilizedModel : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(6, 5);

    public RankStabilizedModel() : base(nameof(RankStabilizedModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>A scale of a third, which is no float either.</summary>
[Lora(Rank = 3, Alpha = 1)]
public sealed partial class ThirdModel : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(6, 5);

    public ThirdModel() : base(nameof(ThirdModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>Dropout on the adapter's input.</summary>
[Lora(Rank = 2, Alpha = 4, Dropout = 0.5)]
public sealed partial class DropoutModel : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(64, 5);

    public DropoutModel() : base(nameof(DropoutModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>Each way to start an adapter.</summary>
[Lora(Rank = 2, Alpha = 4, Init = LoraInit.KaimingUniform)]
public sealed partial class KaimingModel : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(6, 5);

    public KaimingModel() : base(nameof(KaimingModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>A drawn from a normal distribution.</summary>
[Lora(Rank = 2, Alpha = 4, Init = LoraInit.Gaussian)]
public sealed partial class GaussianModel : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(6, 5);

    public GaussianModel() : base(nameof(GaussianModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>The principal part of the weight moves into the adapter.</summary>
[Lora(Rank = 2, Alpha = 4, Init = LoraInit.PiSSA)]
public sealed partial class PissaModel : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(6, 5);

    public PissaModel() : base(nameof(PissaModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>Orthogonal factors.</summary>
[Lora(Rank = 2, Alpha = 4, Init = LoraInit.Orthogonal)]
public sealed partial class OrthogonalModel : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(6, 5);

    public OrthogonalModel() : base(nameof(OrthogonalModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>The first columns of the weight move into the adapter.</summary>
[Lora(Rank = 2, Alpha = 4, Init = LoraInit.OLoRA)]
public sealed partial class OloraModel : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(6, 5);

    public OloraModel() : base(nameof(OloraModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>A from data.</summary>
[Lora(Rank = 2, Alpha = 4, Init = LoraInit.Eva)]
public sealed partial class EvaModel : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(6, 5);

    public EvaModel() : base(nameof(EvaModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>B alone trains, and at a rate of its own.</summary>
[Lora(Rank = 4, Alpha = 8, FreezeA = true, LearningRateRatio = 4)]
public sealed partial class FrozenModel : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(6, 16);
    private readonly Linear fc2 = Linear(16, 5, hasBias: false);

    public FrozenModel() : base(nameof(FrozenModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc2.forward(fc1.forward(x).tanh());
}

/// <summary>Every bias of the model trains.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "fc1", Bias = TrainedBias.All)]
public sealed partial class BiasAllModel : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(6, 5), fc2 = Linear(5, 4);

    public BiasAllModel() : base(nameof(BiasAllModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var h = fc1.forward(x);
        return fc2.forward(h);
    }
}

/// <summary>Only the adapted layers' biases train.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "fc1", Bias = TrainedBias.LoraOnly)]
public sealed partial class BiasLoraOnlyModel : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(6, 5), fc2 = Linear(5, 4);

    public BiasLoraOnlyModel() : base(nameof(BiasLoraOnlyModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var h = fc1.forward(x);
        return fc2.forward(h);
    }
}

/// <summary>A network with every size constant, for the two reports to agree on.</summary>
[Lora(Rank = 4, Alpha = 8)]
public sealed partial class ConstantSizesModel : Module<Tensor, Tensor>
{
    private const int Width = 16;
    private static readonly int Hidden = 3 * Width;

    private readonly Linear fc1 = Linear(Width, Hidden);
    private readonly Linear fc2 = Linear(Hidden, Width, hasBias: false);
    private readonly Linear head = Linear(Width, 10);

    public ConstantSizesModel() : base(nameof(ConstantSizesModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var h = fc1.forward(x);
        using var a = h.tanh();
        using var g = fc2.forward(a);
        return head.forward(g);
    }
}
