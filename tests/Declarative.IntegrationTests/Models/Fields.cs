using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>Several declarators on a line, readonly and not, a field initialiser, and every spelling of a call.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "*_proj")]
public sealed partial class SpellingsModel : Module<Tensor, Tensor>
{
    private readonly Linear q_proj, k_proj, v_proj;
    private Linear o_proj = Linear(4, 3, hasBias: false);
    private Linear? r_proj;

    public SpellingsModel() : base(nameof(SpellingsModel))
    {
        q_proj = Linear(5, 4);
        k_proj = Linear(5, 4, hasBias: false);
        v_proj = Linear(5, 4);
        r_proj = Linear(3, 3);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var q = q_proj.forward(x);
        using var k = this.k_proj.forward(x);
        using var v = v_proj!.call(x);
        using var qk = q * k;
        using var mixed = qk + v;
        using var o = (this.o_proj).call(mixed);
        return r_proj?.forward(o) ?? o.alias();
    }

    public void Replace(Linear projection) => o_proj = projection;

    public void Remove() => r_proj = null;
}

/// <summary>A layer that may be absent.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class OptionalLayerModel : Module<Tensor, Tensor>
{
    private readonly Linear fc;
    private readonly Linear? gate;

    public OptionalLayerModel(bool gated) : base(nameof(OptionalLayerModel))
    {
        fc = Linear(5, 4);
        gate = gated ? Linear(5, 4, hasBias: false) : null;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = fc.forward(x);
        if (gate is not null)
            y = y * gate.forward(x);
        return gate?.call(x) is { } again ? y + again : y;
    }
}

/// <summary>A linear layer of one's own, with its weight in a parameter.</summary>
public sealed class ParameterLinear : Module<Tensor, Tensor>
{
    private readonly Parameter weight;

    public ParameterLinear(long inputs, long outputs) : base(nameof(ParameterLinear))
    {
        weight = new Parameter(randn(outputs, inputs));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var transposed = weight.t();
        return matmul(x, transposed);
    }
}

/// <summary>A linear layer of one's own, with its weight in a buffer, as frozen layers often have it.</summary>
public sealed class BufferLinear : Module<Tensor, Tensor>
{
    private readonly Parameter bias;

    public BufferLinear(long inputs, long outputs) : base(nameof(BufferLinear))
    {
        register_buffer("weight", randn(outputs, inputs));
        bias = new Parameter(randn(outputs));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => functional.linear(x, get_buffer("weight")!, bias);
}

/// <summary>Linear layers that are not TorchSharp's.</summary>
[Lora(Rank = 2, Alpha = 3)]
public sealed partial class OwnLinearsModel : Module<Tensor, Tensor>
{
    private readonly ParameterLinear first;
    private readonly BufferLinear second;

    public OwnLinearsModel() : base(nameof(OwnLinearsModel))
    {
        first = new ParameterLinear(5, 6);
        second = new BufferLinear(6, 4);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var h = first.forward(x);
        using var a = h.tanh();
        return second.call(a);
    }
}

/// <summary>Fields of the abstract type: what they hold is known at run time only.</summary>
[Lora(Rank = 2, Alpha = 3, Targets = "first|second")]
public sealed partial class AbstractFieldsModel : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> first;
    private Module<Tensor, Tensor> second;

    public AbstractFieldsModel(Module<Tensor, Tensor> first, Module<Tensor, Tensor> second)
        : base(nameof(AbstractFieldsModel))
    {
        this.first = first;
        this.second = second;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var h = first.forward(x);
        using var a = h.tanh();
        return second.call(a);
    }

    public void Swap(Module<Tensor, Tensor> layer) => second = layer;
}

/// <summary>The attribute on one field: that layer is the one target.</summary>
public sealed partial class FieldAttributeModel : Module<Tensor, Tensor>
{
    [Lora(Rank = 3, Alpha = 6)]
    private readonly Linear up;
    private readonly Linear down;

    public FieldAttributeModel() : base(nameof(FieldAttributeModel))
    {
        up = Linear(5, 6);
        down = Linear(6, 4);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var h = up.forward(x);
        return down.forward(h);
    }
}
