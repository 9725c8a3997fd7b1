using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Inherited;

[Lora(Rank = 2)]
public partial class Base : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(4, 4);

    public Base()
        : this(register: true)
    {
    }

    protected Base(bool register)
        : base("base")
    {
        if (register)
            RegisterComponents();
    }

    public override Tensor forward(Tensor x) => fc.forward(x);
}

[Lora(Rank = 3)]
public partial class Derived : Base
{
    private readonly Linear proj = Linear(4, 4);

    public Derived()
        : base(register: false) => RegisterComponents();

    public override Tensor forward(Tensor x) => proj.forward(base.forward(x));
}

// No attribute: inherits that of its base class.
public class Plain : Base;
