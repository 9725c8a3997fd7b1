using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>Adds its input to what any module makes of it.</summary>
public sealed class Skip<TInner> : Module<Tensor, Tensor>
    where TInner : Module<Tensor, Tensor>
{
    private readonly TInner inner;

    public Skip(TInner inner) : base(nameof(Skip<TInner>))
    {
        this.inner = inner;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => x + inner.forward(x);
}

/// <summary>Hands its module on to its base class, and makes one where it is given none.</summary>
public sealed class Squashed : Wrapper
{
    public Squashed(Module<Tensor, Tensor>? fn = null) : base(fn ?? new WrappedMlp(3))
    {
    }
}

/// <summary>Holds what a derived class gives it.</summary>
public abstract class Wrapper : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> fn;

    protected Wrapper(Module<Tensor, Tensor> fn) : base(nameof(Wrapper))
    {
        ArgumentNullException.ThrowIfNull(fn);
        this.fn = fn;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => fn.forward(x).tanh();
}

/// <summary>What is wrapped.</summary>
public sealed class WrappedMlp : Module<Tensor, Tensor>
{
    private readonly Linear up, down;

    public WrappedMlp(long inner) : base(nameof(WrappedMlp))
    {
        (up, down) = (Linear(4, inner), Linear(inner, 4, hasBias: false));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => down.forward(up.forward(x).tanh());
}

/// <summary>Modules given to other modules' constructors: directly, in a local, through a method, some to one class.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class WrappersModel : Module<Tensor, Tensor>
{
    private readonly Skip<Linear> layer = new(Linear(4, 4));
    private readonly Skip<Squashed> nested, defaulted;
    private readonly ModuleList<Squashed> several;

    public WrappersModel() : base(nameof(WrappersModel))
    {
        var mlp = new WrappedMlp(6);
        nested = Wrap(mlp);
        defaulted = new Skip<Squashed>(new Squashed());
        several = new ModuleList<Squashed>(new Squashed(new WrappedMlp(5)), new Squashed(Linear(4, 4)));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = defaulted.forward(nested.forward(layer.forward(x)));
        foreach (var module in several)
            x = module.forward(x);
        return x;
    }

    private static Skip<Squashed> Wrap(Module<Tensor, Tensor> fn) => new(new Squashed(fn));
}

/// <summary>The base of the elements that <see cref="ChosenElementsModel"/> chooses from.</summary>
public abstract class ChosenElement(string name) : Module<Tensor, Tensor>(name);

/// <summary>One element.</summary>
public sealed class PlainElement : ChosenElement
{
    private readonly Linear fc = Linear(4, 4);

    public PlainElement() : base(nameof(PlainElement)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>Another.</summary>
public sealed class GatedElement : ChosenElement
{
    private readonly Linear value = Linear(4, 4), gate = Linear(4, 4);

    public GatedElement() : base(nameof(GatedElement)) => RegisterComponents();

    public override Tensor forward(Tensor x) => value.forward(x) * gate.forward(x).sigmoid();
}

/// <summary>A list whose elements are chosen by expressions that have no type of their own.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class ChosenElementsModel : Module<Tensor, Tensor>
{
    private readonly ModuleList<ChosenElement> elements = new();

    public ChosenElementsModel(params string[] kinds) : base(nameof(ChosenElementsModel))
    {
        foreach (var kind in kinds)
        {
            elements.Add(kind switch
            {
                "plain" => new PlainElement(),
                "gated" => new GatedElement(),
                _ => throw new ArgumentException($"'{kind}' is no kind of element."),
            });
        }
        elements.Add(kinds.Length > 1 ? new GatedElement() : new PlainElement());
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        foreach (var element in elements)
            x = element.forward(x);
        return x;
    }
}
