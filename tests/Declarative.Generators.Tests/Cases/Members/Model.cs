using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Members;

// One layer per way to hold it.
[Lora(Rank = 2, Targets = "all-linear|key|named")]
public partial class Holder : Module<Tensor, Tensor>
{
    private Linear mutable;
    private readonly Linear? nullable;
    private readonly Linear? absent;
    private readonly Module<Tensor, Tensor> dynamic;
    private readonly Module<Tensor, Tensor> activation = Tanh();
    private readonly OwnLinear own = new(4, 6);
    private readonly BufferLinear buffer = new(6, 4);
    private readonly Linear _key;
    [ComponentName(Name = "named")]
    private readonly Linear _field = Linear(4, 4);
    private readonly RmsNorm norm = new(4);
    private readonly Linear lm_head = Linear(4, 4);

    public Linear Property { get; }

    protected Linear Settable { get; set; } = Linear(4, 4);

    public Holder()
        : this(wide: false)
    {
    }

    public Holder(bool wide)
        : base("holder")
    {
        mutable = Linear(4, 4);
        nullable = wide ? null : Linear(4, 4);
        absent = wide ? Linear(4, 4) : null;
        dynamic = wide ? Linear(4, 4) : new OwnLinear(4, 4);
        Property = Linear(4, 4);
        register_module("key", _key = Linear(4, 4));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = mutable.forward(x);
        x = nullable is null ? x : nullable.forward(x);
        x = absent?.forward(x) ?? x;
        x = activation.forward(dynamic.forward(x)) + x;
        x = buffer.forward(own.forward(x));
        x = _key.forward(x);
        x = _field.forward(x);
        x = norm.forward(x);
        x = Property.forward(x);
        x = Settable.call(x);
        return lm_head.forward(x);
    }
}

public sealed class OwnLinear : Module<Tensor, Tensor>
{
    private readonly Parameter weight;

    public OwnLinear(int inputs, int outputs)
        : base("own")
    {
        weight = new Parameter(torch.randn(outputs, inputs));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => functional.linear(x, weight);
}

public sealed class BufferLinear : Module<Tensor, Tensor>
{
    private readonly Tensor kernel;

    public BufferLinear(long inputs, long outputs)
        : base("buffer")
    {
        kernel = torch.randn(new long[] { outputs, inputs });
        register_buffer("weight", kernel);
    }

    public override Tensor forward(Tensor x) => functional.linear(x, get_buffer("weight")!);
}

public sealed class RmsNorm : Module<Tensor, Tensor>
{
    private readonly Parameter weight;

    public RmsNorm(int size)
        : base("norm")
    {
        weight = Parameter(torch.ones(size));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => x * weight;
}
