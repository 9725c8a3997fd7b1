using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>Layers of several shapes that share one pair of matrices, through two attributes and a list.</summary>
[VeRA(Rank = 8, SharedSeed = 42, Targets = "up|down")]
public sealed partial class VeraModel : Module<Tensor, Tensor>
{
    public readonly ModuleList<VeraBlock> blocks = new(new VeraBlock(), new VeraBlock());

    [VeRA(Rank = 8, SharedSeed = 42, DInitial = 0.5)]
    private readonly Linear head = Linear(4, 3);

    public VeraModel()
        : base(nameof(VeraModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var h = x;
        foreach (var block in blocks)
            h = block.forward(h);
        return head.forward(h);
    }
}

public sealed class VeraBlock : Module<Tensor, Tensor>
{
    private readonly Linear up = Linear(4, 12), down = Linear(12, 4, hasBias: false);

    public VeraBlock()
        : base(nameof(VeraBlock)) => RegisterComponents();

    public override Tensor forward(Tensor x) => down.forward(functional.gelu(up.forward(x))) + x;
}
