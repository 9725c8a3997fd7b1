using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>An owner with two inputs.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class TwoInputsModel : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear left = Linear(5, 4), right = Linear(3, 4);

    public TwoInputsModel() : base(nameof(TwoInputsModel)) => RegisterComponents();

    public override Tensor forward(Tensor x, Tensor y)
    {
        using var l = left.forward(x);
        using var r = right.call(y);
        return l * r;
    }
}

/// <summary>An owner with an optional mask and two results.</summary>
public sealed class MaskedPart : Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly Linear fc = Linear(5, 4);
    private readonly Linear side = Linear(5, 4);

    public MaskedPart() : base(nameof(MaskedPart)) => RegisterComponents();

    public override (Tensor, Tensor) forward(Tensor x, Tensor? mask)
    {
        var main = fc.forward(x);
        return (mask is null ? main : main * mask, side.forward(x));
    }
}

/// <summary>Holds a module of several inputs and results.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class MaskedModel : Module<Tensor, Tensor>
{
    private readonly MaskedPart part = new();

    public MaskedModel() : base(nameof(MaskedModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var (main, side) = part.forward(x, null);
        return main * side;
    }
}

/// <summary>An owner that is a plain <c>Module</c>, with methods of its own.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class EncoderDecoderModel : Module
{
    private readonly Linear encoder = Linear(5, 3), decoder = Linear(3, 5);

    public EncoderDecoderModel() : base(nameof(EncoderDecoderModel)) => RegisterComponents();

    public Tensor Encode(Tensor x) => encoder.forward(x);

    public Tensor Decode(Tensor x) => decoder.forward(x);
}

/// <summary>Two attributes with ranks and names of their own.</summary>
[Lora(Name = "attention", Rank = 2, Alpha = 4, Targets = "q_proj|v_proj")]
[Lora(Name = "mlp", Rank = 3, Alpha = 9, Targets = "fc")]
public sealed partial class TwoAdaptersModel : Module<Tensor, Tensor>
{
    private readonly Linear q_proj = Linear(5, 4), v_proj = Linear(5, 4), fc = Linear(4, 4);

    public TwoAdaptersModel() : base(nameof(TwoAdaptersModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var q = q_proj.forward(x);
        using var v = v_proj.forward(x);
        using var h = q * v;
        return fc.forward(h);
    }
}

/// <summary>A class with an attribute of its own inside another annotated class: each claims its own layers.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "head_in|head_out")]
public sealed partial class AnnotatedInAnnotatedModel : Module<Tensor, Tensor>
{
    private readonly Linear head_in = Linear(5, 4);
    private readonly AnnotatedPart part = new();
    private readonly Linear head_out = Linear(4, 3);

    public AnnotatedInAnnotatedModel() : base(nameof(AnnotatedInAnnotatedModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var h = head_in.forward(x);
        using var p = part.forward(h);
        return head_out.forward(p);
    }
}

/// <summary>Annotated, and part of an annotated model.</summary>
[Lora(Rank = 3, Alpha = 6)]
public sealed partial class AnnotatedPart : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(4, 4);

    public AnnotatedPart() : base(nameof(AnnotatedPart)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc.forward(x);
}
