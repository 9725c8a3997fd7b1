using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>A <c>Sequential</c> filled in a loop: only a run knows what is in it.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class AppendedSequentialModel : Module<Tensor, Tensor>
{
    private readonly Sequential net = Sequential();

    public AppendedSequentialModel(int depth) : base(nameof(AppendedSequentialModel))
    {
        for (var i = 0; i < depth; i++)
        {
            net.append($"fc{i}", Linear(4, 4));
            net.append($"act{i}", Tanh());
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => net.forward(x);
}

/// <summary>A <c>Sequential</c> made of a list that is filled first, as many models do.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class ListedSequentialModel : Module<Tensor, Tensor>
{
    private readonly Sequential net;

    public ListedSequentialModel() : base(nameof(ListedSequentialModel))
    {
        var modules = new List<(string, Module<Tensor, Tensor>)>();
        modules.Add(("fc1", Linear(4, 5)));
        modules.Add(("act", Tanh()));
        modules.Add(("fc2", Linear(5, 3)));
        net = Sequential(modules);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => net.forward(x);
}

/// <summary>Lists of sequentials, of lists and of the abstract type.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class NestedListsModel : Module<Tensor, Tensor>
{
    private readonly ModuleList<Sequential> towers = new(
        Sequential(Linear(4, 4), Tanh()),
        Sequential(("fc", Linear(4, 4)), ("act", Tanh())));

    private readonly ModuleList<ModuleList<Linear>> grid = new(
        new ModuleList<Linear>(Linear(4, 4), Linear(4, 4)),
        new ModuleList<Linear>(Linear(4, 4)));

    private readonly ModuleList<Module<Tensor, Tensor>> mixed = new(Linear(4, 4), Tanh(), new FeedForward(4));

    public NestedListsModel() : base(nameof(NestedListsModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var h = x;
        foreach (var tower in towers)
            h = tower.forward(h);
        foreach (var row in grid)
            foreach (var layer in row)
                h = layer.forward(h);
        foreach (var part in mixed)
            h = part.forward(h);
        return h;
    }
}

/// <summary>The attribute on a property: the layer in it is the one target.</summary>
public sealed partial class PropertyAttributeModel : Module<Tensor, Tensor>
{
    [Lora(Rank = 3, Alpha = 6)]
    [field: ComponentName(Name = "up")]
    public Linear Up { get; } = Linear(5, 6);

    private readonly Linear down = Linear(6, 4);

    public PropertyAttributeModel() : base(nameof(PropertyAttributeModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var h = Up.forward(x);
        return down.forward(h);
    }
}

/// <summary>Lists held by properties, walked in several nested ways.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class WalksModel : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> layers = new(Linear(4, 4), Linear(4, 4), Linear(4, 4));

    public WalksModel() : base(nameof(WalksModel)) => RegisterComponents();

    private IEnumerable<Linear> Rest => layers.Skip(1);

    public override Tensor forward(Tensor x)
    {
        var h = layers[0].forward(x);
        foreach (var (layer, index) in Rest.Select((layer, index) => (layer, index)))
            h = index % 2 == 0 ? layer.forward(h) : layer.call(h);
        return h;
    }
}
