using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace InPlace;

public sealed class RmsNorm(long size) : Module<Tensor, Tensor>("rms")
{
    public Parameter weight = Parameter(ones(size));

    public override Tensor forward(Tensor x) => x * torch.rsqrt(x.pow(2).mean([-1], keepdim: true) + 1e-6) * weight;
}

public sealed class Block : Module<Tensor, Tensor>
{
    private readonly RmsNorm norm;
    private readonly Linear up;
    private readonly Linear down;

    public Block(int size)
        : base("block")
    {
        norm = new RmsNorm(size);
        up = Linear(size, 4 * size);
        down = Linear(4 * size, size, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => x + down.forward(functional.gelu(up.forward(norm.forward(x))));
}

[BitFit(Name = "bias")]
[NormTuning(Name = "norm", Exclude = "first")]
[Lora(Name = "lora", Rank = 2, Targets = "up")]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly LayerNorm first = LayerNorm(8);
    private readonly ModuleList<Block> blocks = new(new Block(8), new Block(8));
    private readonly Module<Tensor, Tensor> tail = Sequential(GroupNorm(2, 8), LayerNorm([8L], elementwise_affine: false), Dropout(0.1));
    private readonly Linear head = Linear(8, 3);

    public Net()
        : base("net") => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = first.forward(x);
        foreach (var block in blocks)
            x = block.forward(x);
        return head.forward(tail.forward(x));
    }
}

public sealed partial class Member : Module<Tensor, Tensor>
{
    [NormTuning]
    private readonly Block block = new(8);
    private readonly LayerNorm other = LayerNorm(8);

    public Member()
        : base("member") => RegisterComponents();

    public override Tensor forward(Tensor x) => other.forward(block.forward(x));
}
