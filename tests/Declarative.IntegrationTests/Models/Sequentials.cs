using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>Layers in a <c>Sequential</c> by position.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class PositionalSequentialModel : Module<Tensor, Tensor>
{
    private readonly Sequential net;

    public PositionalSequentialModel() : base(nameof(PositionalSequentialModel))
    {
        net = Sequential(Linear(5, 6), Tanh(), Linear(6, 3));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => net.forward(x);
}

/// <summary>Layers in a <c>Sequential</c> by name, reached by <c>call</c>.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "net.fc1")]
public sealed partial class NamedSequentialModel : Module<Tensor, Tensor>
{
    private readonly Sequential net = Sequential(("fc1", Linear(5, 6)), ("act", Tanh()), ("fc2", Linear(6, 3)));

    public NamedSequentialModel() : base(nameof(NamedSequentialModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => net.call(x);
}

/// <summary>A <c>Sequential</c> in a <c>Sequential</c>, behind the abstract type, and a single-layer one.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class NestedSequentialModel : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    private readonly Sequential single;

    public NestedSequentialModel() : base(nameof(NestedSequentialModel))
    {
        net = Sequential(
            ("stem", Linear(5, 6)),
            ("body", Sequential(("fc1", Linear(6, 8)), ("act", Tanh()), ("fc2", Linear(8, 6)))),
            ("tail", Sequential(Linear(6, 4), Sequential(Tanh(), Linear(4, 4)))));
        single = Sequential(Linear(4, 3));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var h = net.forward(x);
        return single.call(h);
    }
}

/// <summary>A <c>Sequential</c> that holds a module class with layers of its own, and dropout between.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class SequentialOfBlocksModel : Module<Tensor, Tensor>
{
    private readonly Sequential net;

    public SequentialOfBlocksModel() : base(nameof(SequentialOfBlocksModel))
    {
        net = Sequential(
            ("mlp", new FeedForward(4)),
            ("drop", Dropout(0.5)),
            ("fc", Linear(4, 3)));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => net.forward(x);
}

/// <summary>A class that is a <c>Sequential</c>'s owner twice over: one net called twice, one never.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "shared.*")]
public sealed partial class SharedSequentialModel : Module<Tensor, Tensor>
{
    private readonly Sequential shared = Sequential(Linear(4, 4), Tanh(), Linear(4, 4));
    private readonly Sequential other = Sequential(Linear(4, 4), Tanh());

    public SharedSequentialModel() : base(nameof(SharedSequentialModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var once = shared.forward(x);
        using var between = other.forward(once);
        return shared.forward(between);
    }
}
