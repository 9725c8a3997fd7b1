using System;
using System.Linq;
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Dense = TorchSharp.Modules.Linear;

namespace Calls;

// One layer per way to call it.
[Lora(Rank = 2)]
public partial class Calls : Module<Tensor, Tensor>
{
    private readonly Dense alias = Linear(4, 4);
    private readonly Linear plain = Linear(4, 4), thisForward = Linear(4, 4), forgiven = Linear(4, 4), perhaps = Linear(4, 4);
    private readonly Linear left = Linear(4, 4), right = Linear(4, 4), local = Linear(4, 4), argument = Linear(4, 4);
    private readonly Linear result = Linear(4, 4), lambda = Linear(4, 4), function = Linear(4, 4), body = Linear(4, 4);
    private readonly Linear asBase = Linear(4, 4), asInterface = Linear(4, 4), generic = Linear(4, 4), nested = Linear(4, 4);
    private readonly Linear twice = Linear(4, 4), parenthesized = Linear(4, 4), deep = Linear(4, 4), other = Linear(4, 4);
    private readonly Holder holder = new();
    private readonly Linear shared;
    private readonly Linear again;

    public Calls()
        : base("calls")
    {
        shared = Linear(4, 4);
        again = shared;
        RegisterComponents();
    }

    private Tensor Body(Tensor x) => body.forward(x);

    private Linear Result() => result;

    private static Tensor Argument(Linear layer, Tensor x) => layer.forward(x);

    private static Tensor Generic<T>(T layer, Tensor x)
        where T : Module<Tensor, Tensor> => layer.forward(x);

    public override Tensor forward(Tensor x)
    {
        x = alias.forward(x);
        x = plain.forward(x);
        x = this.thisForward.call(x);
        x = forgiven!.call(x);
        x = perhaps?.forward(x) ?? x;
        x = (x.numel() > 0 ? left : right).forward(x);
        x = (x.numel() < 0 ? left : right).forward(x);
        var layer = local;
        x = layer.forward(x);
        x = Argument(argument, x);
        x = Result().forward(x);
        Func<Tensor, Tensor> f = y => lambda.forward(y);
        x = f(x);
        Tensor Function(Tensor y) => function.forward(y);
        x = Function(x);
        x = Body(x);
        Module<Tensor, Tensor> upcast = asBase;
        x = upcast.forward(x);
        x = upcast.call(x);
        IModule<Tensor, Tensor> view = asInterface;
        x = view.call(x);
        x = Generic(generic, x);
        x = new Nested(this).Run(x);
        x = twice.forward(twice.forward(x));
        x = (parenthesized).forward(x);
        x = holder.deep.forward(x);
        x = new[] { deep, other }.Aggregate(x, (y, l) => l.forward(y));
        return shared.forward(x) + again.call(x);
    }

    public sealed class Holder : Module<Tensor, Tensor>
    {
        public readonly Linear deep = Linear(4, 4);

        public Holder()
            : base("holder") => RegisterComponents();

        public override Tensor forward(Tensor x) => deep.forward(x);
    }

    private sealed class Nested(Calls outer)
    {
        public Tensor Run(Tensor x) => outer.nested.forward(x);
    }
}
