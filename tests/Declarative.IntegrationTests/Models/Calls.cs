using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>Layers reached through locals, conditions, patterns and methods of the class.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class IndirectCallsModel : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(4, 4), b = Linear(4, 4), c = Linear(4, 4), d = Linear(4, 4), e = Linear(4, 4);

    public IndirectCallsModel() : base(nameof(IndirectCallsModel)) => RegisterComponents();

    public bool First { get; set; } = true;

    public override Tensor forward(Tensor x)
    {
        var alias = a;
        var h = alias.forward(x);
        h = (First ? b : c).forward(h);
        h = (First switch { true => c, false => b }).call(h);
        h = Pick(0).forward(h);
        h = Apply(e, h);
        if ((object)a is Linear again)
            h = again.forward(h);
        return h;
    }

    private Linear Pick(int index) => index == 0 ? d : e;

    private static Tensor Apply(Linear layer, Tensor x) => layer.forward(x);
}

/// <summary>Calls from lambdas, local functions and expression bodies.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class LambdasModel : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(4, 4), b = Linear(4, 4), c = Linear(4, 4), d = Linear(4, 4);

    public LambdasModel() : base(nameof(LambdasModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        Func<Tensor, Tensor> lambda = t => a.forward(t);
        return Last(Outer(lambda(x)));

        Tensor Outer(Tensor t)
        {
            return Inner(t);

            Tensor Inner(Tensor u) => b.call(u);
        }
    }

    private Tensor Last(Tensor x) => d.forward(c.forward(x));
}

/// <summary>A target called by a delegate made once, in the constructor.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class StoredDelegateModel : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(4, 4);
    private readonly Func<Tensor, Tensor> stage;

    public StoredDelegateModel() : base(nameof(StoredDelegateModel))
    {
        stage = x => fc.forward(x);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => stage(x);
}

/// <summary>One layer under two fields: tied.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "first")]
public sealed partial class TiedFieldsModel : Module<Tensor, Tensor>
{
    private readonly Linear first, second;

    public TiedFieldsModel() : base(nameof(TiedFieldsModel))
    {
        first = Linear(4, 4);
        second = first;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var h = first.forward(x);
        return second.forward(h);
    }
}
