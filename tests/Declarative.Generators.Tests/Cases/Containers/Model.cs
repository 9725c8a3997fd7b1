using System.Linq;
using System.Collections.Generic;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Containers;

[Lora(Rank = 2)]
public partial class Net : Module<Tensor, Tensor>
{
    private readonly Sequential named = Sequential(("fc1", Linear(4, 8)), ("act", Tanh()), ("fc2", Linear(8, 4)));
    private readonly Sequential positional = Sequential(Linear(4, 4), Tanh(), Linear(4, 4));
    private readonly Module<Tensor, Tensor> hidden = Sequential(Linear(4, 4), Sequential(("inner", Linear(4, 4))));
    private readonly Sequential grown;
    private readonly Sequential listed;
    private readonly ModuleList<Linear> heads;
    private readonly ModuleList<Linear> looped = new();
    private readonly ModuleDict<Linear> experts = new();
    private readonly ModuleList<Block> blocks;
    private readonly ModuleList<Module<Tensor, Tensor>> mixed;
    private readonly Mlp mlp = new(4);

    public Net()
        : this(depth: 2)
    {
    }

    public Net(int depth)
        : base("net")
    {
        grown = Sequential();
        grown.append("up", Linear(4, 4));
        grown.append(Linear(4, 4));
        var layers = new List<(string, Module<Tensor, Tensor>)>();
        layers.Add(("first", Linear(4, 4)));
        for (var i = 0; i < depth; i++)
            layers.Add(($"layer{i}", Linear(4, 4)));
        listed = Sequential(layers);
        heads = ModuleList(Linear(4, 4), Linear(4, 4));
        for (var i = 0; i < depth; i++)
            looped.Add(Linear(4, 4));
        experts.Add("one", Linear(4, 4));
        experts.Add("two", Linear(4, 4));
        blocks = new ModuleList<Block>(Enumerable.Range(0, depth).Select(_ => new Block(4)).ToArray());
        mixed = new ModuleList<Module<Tensor, Tensor>>(Linear(4, 4), Tanh(), new Block(4));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = named.forward(x);
        x = positional.call(x);
        x = hidden.forward(x);
        x = grown.forward(x);
        x = listed.forward(x);
        x = heads[0].forward(x) + heads[1].forward(x);
        foreach (var layer in looped)
            x = layer.forward(x);
        x = experts["one"].forward(x);
        foreach (var expert in experts.values())
            x = expert.forward(x);
        foreach (var block in blocks)
            x = block.forward(x);
        for (var i = 0; i < mixed.Count; i++)
            x = mixed[i].forward(x);
        return mlp.forward(x);
    }
}

public class Block : Module<Tensor, Tensor>
{
    private readonly Linear fc;

    public Block(int width)
        : base("block")
    {
        fc = Linear(width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => x + fc.forward(x);
}

public sealed class Mlp(int width) : Sequential(("up", Linear(width, 2 * width)), ("down", Linear(2 * width, width)));
