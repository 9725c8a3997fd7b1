using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>Holds the layers and calls them; knows nothing of adapters.</summary>
public abstract class ProjectionBase : Module<Tensor, Tensor>
{
    protected readonly Linear q_proj;
    private readonly Linear v_proj;

    protected ProjectionBase(string name) : base(name)
    {
        q_proj = Linear(5, 4);
        v_proj = Linear(5, 4);
    }

    protected Tensor Value(Tensor x) => v_proj.forward(x);

    public override Tensor forward(Tensor x)
    {
        using var q = q_proj.forward(x);
        using var v = Value(x);
        return q * v;
    }
}

/// <summary>Inherits its layers and the calls on them.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class InheritedLayersModel : ProjectionBase
{
    public InheritedLayersModel() : base(nameof(InheritedLayersModel)) => RegisterComponents();
}

/// <summary>Inherits layers, adds one, and calls an inherited one itself.</summary>
[Lora(Rank = 3, Alpha = 4)]
public sealed partial class ExtendedModel : ProjectionBase
{
    private readonly Linear o_proj = Linear(4, 3);

    public ExtendedModel() : base(nameof(ExtendedModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var h = base.forward(x);
        using var q = q_proj.call(x);
        using var sum = h + q;
        return o_proj.forward(sum);
    }
}

/// <summary>An element type that inherits its layers, held by an annotated model.</summary>
public sealed class InheritingBlock : ProjectionBase
{
    public InheritingBlock() : base(nameof(InheritingBlock)) => RegisterComponents();
}

/// <summary>Reaches inherited layers of an inner class.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class HoldsInheritingBlock : Module<Tensor, Tensor>
{
    private readonly InheritingBlock block = new();

    public HoldsInheritingBlock() : base(nameof(HoldsInheritingBlock)) => RegisterComponents();

    public override Tensor forward(Tensor x) => block.forward(x);
}

/// <summary>Annotated, and open to inheritance.</summary>
[Lora(Rank = 2, Alpha = 4)]
public partial class AnnotatedBase : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(5, 4);

    public AnnotatedBase() : this(nameof(AnnotatedBase)) => RegisterComponents();

    protected AnnotatedBase(string name) : base(name)
    {
    }

    public override Tensor forward(Tensor x) => fc.forward(x);
}

/// <summary>Not annotated; its base is.</summary>
public sealed class DerivedOfAnnotated : AnnotatedBase
{
    public DerivedOfAnnotated() : base(nameof(DerivedOfAnnotated)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var y = base.forward(x);
        return y * 2;
    }
}
