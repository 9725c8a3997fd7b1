using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>Model classes inside another class.</summary>
public static partial class Outer
{
    internal static partial class Middle
    {
        [Lora(Rank = 2, Alpha = 4)]
        internal sealed partial class NestedModel : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(5, 4);
            private readonly Inner inner = new();

            public NestedModel() : base(nameof(NestedModel)) => RegisterComponents();

            public override Tensor forward(Tensor x)
            {
                using var h = fc.forward(x);
                return inner.forward(h);
            }

            internal sealed class Inner : Module<Tensor, Tensor>
            {
                private readonly Linear fc = Linear(4, 3);

                public Inner() : base(nameof(Inner)) => RegisterComponents();

                public override Tensor forward(Tensor x) => fc.forward(x);
            }
        }
    }
}

/// <summary>A generic model class.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class GenericModel<TActivation> : Module<Tensor, Tensor>
    where TActivation : Module<Tensor, Tensor>, new()
{
    private readonly Linear fc1 = Linear(5, 6);
    private readonly TActivation activation = new();
    private readonly Linear fc2 = Linear(6, 3);

    public GenericModel() : base(nameof(GenericModel<TActivation>)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var h = fc1.forward(x);
        using var a = activation.forward(h);
        return fc2.call(a);
    }
}

/// <summary>An activation to close the generic model with.</summary>
public sealed class Tanh2 : Module<Tensor, Tensor>
{
    public Tanh2() : base(nameof(Tanh2)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var t = x.tanh();
        return t * 2;
    }
}

/// <summary>Adds its input to what the module inside makes of it.</summary>
public sealed class Residual<T> : Module<Tensor, Tensor>
    where T : Module<Tensor, Tensor>
{
    private readonly T inner;

    public Residual(T inner) : base(nameof(Residual<T>))
    {
        this.inner = inner;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var y = inner.forward(x);
        return x + y;
    }
}

/// <summary>A small feed-forward network.</summary>
public sealed class FeedForward : Module<Tensor, Tensor>
{
    private readonly Linear up, down;

    public FeedForward(long width) : base(nameof(FeedForward))
    {
        up = Linear(width, 2 * width);
        down = Linear(2 * width, width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var h = up.forward(x);
        using var a = h.tanh();
        return down.forward(a);
    }
}

/// <summary>Reaches layers through a type argument.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class ResidualModel : Module<Tensor, Tensor>
{
    private readonly Residual<FeedForward> mlp = new(new FeedForward(4));
    private readonly Residual<Linear> skip = new(Linear(4, 4));

    public ResidualModel() : base(nameof(ResidualModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var h = mlp.forward(x);
        return skip.forward(h);
    }
}

/// <summary>A class over two files: the attribute and the layers here, the calls in <c>Placement.Calls.cs</c>.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class TwoFilesModel : Module<Tensor, Tensor>
{
    private readonly Linear fc1;

    public TwoFilesModel() : base(nameof(TwoFilesModel))
    {
        fc1 = Linear(5, 6);
        fc2 = Linear(6, 3);
        RegisterComponents();
    }

    private Tensor First(Tensor x) => fc1.forward(x);
}
