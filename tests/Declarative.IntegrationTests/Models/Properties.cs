using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>
/// Layers in automatic properties. TorchSharp registers the field behind one, under the field's name or the one given to it.
/// </summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class PropertiesModel : Module<Tensor, Tensor>
{
    [field: ComponentName(Name = "up")]
    public Linear Up { get; }

    [field: ComponentName(Name = "down")]
    public Linear Down { get; init; } = Linear(6, 6);

    public Linear Out { get; private set; } = Linear(6, 3);

    public PropertiesModel() : base(nameof(PropertiesModel))
    {
        Up = Linear(5, 6);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var h = Up.forward(x);
        using var a = h.tanh();
        using var d = this.Down.call(a);
        return Out.forward(d);
    }
}

/// <summary>A property that hands out a field: the field is the layer, and calls go through the property.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class ForwardingPropertyModel : Module<Tensor, Tensor>
{
    private readonly Linear fc;

    public ForwardingPropertyModel() : base(nameof(ForwardingPropertyModel))
    {
        fc = Linear(5, 3);
        RegisterComponents();
    }

    private Linear Projection => fc;

    public override Tensor forward(Tensor x) => Projection.forward(x);
}

/// <summary>A primary constructor. Nothing registers its fields until it becomes the child of another module.</summary>
public sealed class PrimaryBlock(long width, bool biased) : Module<Tensor, Tensor>(nameof(PrimaryBlock))
{
    private readonly Linear fc1 = Linear(width, 2 * width, biased), fc2 = Linear(2 * width, width);

    public override Tensor forward(Tensor x)
    {
        using var h = fc1.forward(x);
        using var a = h.tanh();
        return fc2.forward(a);
    }
}

/// <summary>The same, annotated itself.</summary>
[Lora(Rank = 2, Alpha = 2, Targets = "fc")]
public sealed partial class AnnotatedPrimaryBlock(long width) : Module<Tensor, Tensor>(nameof(AnnotatedPrimaryBlock))
{
    private readonly Linear fc = Linear(width, width);

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>Holds one block of each kind.</summary>
[Lora(Rank = 2, Alpha = 2, Targets = "block.*")]
public sealed partial class PrimaryConstructorModel : Module<Tensor, Tensor>
{
    private readonly PrimaryBlock block;
    private readonly AnnotatedPrimaryBlock tail;

    public PrimaryConstructorModel() : base(nameof(PrimaryConstructorModel))
    {
        block = new PrimaryBlock(4, biased: true);
        tail = new AnnotatedPrimaryBlock(4);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var h = block.forward(x);
        return tail.forward(h);
    }
}
