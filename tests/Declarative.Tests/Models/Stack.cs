using Declarative.Tests.Support;

namespace Declarative.Tests.Models;

/// <summary>A list of blocks, each with a sequence of layers that has another inside, and a head.</summary>
internal sealed class Stack : nn.Module<Tensor, Tensor>, IAdapterHost
{
    public static readonly string[] Members = ["blocks.#/net.fc1", "blocks.#/net.inner.fc2", "blocks.#/out", "head"];

    public readonly ModuleList<Block> blocks;
    public readonly Linear head = nn.Linear(8, 3);
    private readonly AdapterPlan[] plans;

    public Stack(int depth, params AdapterPlan[] plans)
        : base(nameof(Stack))
    {
        this.plans = plans;
        blocks = new ModuleList<Block>([.. Enumerable.Range(0, depth).Select(static _ => new Block())]);
        RegisterComponents();
    }

    public IReadOnlyList<AdapterPlan> GetAdapterPlans() => plans;

    public override Tensor forward(Tensor x)
    {
        var y = x;
        foreach (var block in blocks)
            y = block.forward(y);
        return Dispatch.Forward(head, y);
    }

    public sealed class Block : nn.Module<Tensor, Tensor>
    {
        public readonly Sequential net = nn.Sequential(
            ("fc1", nn.Linear(8, 16)),
            ("act", nn.ReLU()),
            ("inner", nn.Sequential(("fc2", nn.Linear(16, 8)), ("norm", nn.LayerNorm(8)))));

        private readonly Linear? missing;
        public readonly Linear @out = nn.Linear(8, 8);

        public Block(Linear? missing = null)
            : base(nameof(Block))
        {
            this.missing = missing;
            RegisterComponents();
        }

        public bool HasMissing => missing is not null;

        public override Tensor forward(Tensor x) => Dispatch.Forward(@out, Dispatch.Forward(net, x)) + x;
    }
}
