using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Reach;

public sealed record Config(int Width = 8, int Layers = 2)
{
    public int Vocabulary { get; init; } = 11;
}

[Lora(Rank = 2, Alpha = 3, Exclude = "o_proj")]
internal sealed partial class Gpt : Module<Tensor, Tensor>
{
    private readonly Embedding wte;
    private readonly ModuleList<Block> blocks = new();
    private readonly Linear lm_head;

    public Gpt()
        : this(new Config())
    {
    }

    public Gpt(Config config)
        : base("gpt")
    {
        wte = Embedding(config.Vocabulary, config.Width);
        for (var i = 0; i < config.Layers; i++)
            blocks.append(new Block(config));
        lm_head = Linear(config.Width, config.Vocabulary);
        RegisterComponents();
    }

    public override Tensor forward(Tensor ids)
    {
        var x = wte.forward(ids);
        foreach (var block in blocks)
            x = block.forward(x, null);
        return lm_head.forward(x);
    }

    // Nested, private, and itself holding a generic one.
    private sealed class Block : Module<Tensor, Tensor?, Tensor>
    {
        private readonly Attention attn;
        private readonly FeedForward<GELU> mlp;

        public Block(Config config)
            : base("block")
        {
            attn = new Attention(config.Width);
            mlp = new FeedForward<GELU>(config.Width, GELU());
            RegisterComponents();
        }

        public override Tensor forward(Tensor x, Tensor? mask) => mlp.forward(x + attn.forward(x));
    }
}

internal abstract class Projected : Module<Tensor, Tensor>
{
    protected readonly Linear q_proj, o_proj;

    protected Projected(string name, int width)
        : base(name)
    {
        q_proj = Linear(width, width);
        o_proj = Linear(width, width);
    }

    protected Tensor Project(Tensor x) => q_proj.forward(x);
}

internal partial class Attention : Projected
{
    private readonly Linear v_proj;

    public Attention(int width)
        : base("attn", width)
    {
        v_proj = Linear(width, width, hasBias: false);
        RegisterComponents();
    }
}

internal class FeedForward<TActivation> : Module<Tensor, Tensor>
    where TActivation : Module<Tensor, Tensor>
{
    private readonly Linear up, down;
    private readonly TActivation act;

    public FeedForward(int width, TActivation activation)
        : base("mlp")
    {
        (up, down) = (Linear(width, 4 * width), Linear(4 * width, width));
        act = activation;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => down.forward(act.forward(up.forward(x)));
}
