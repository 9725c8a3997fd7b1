// Field initialisers and primary constructors; an attribute on single fields; a nested class; the global namespace.
using Declarative;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

public sealed partial class Adapterless : Module<Tensor, Tensor>
{
    [Lora(Rank = 4)]
    private readonly Linear first = Linear(32, 64, hasBias: true);

    private readonly Linear second = Linear(64, 32);

    [Lora(Rank = 4, Alpha = 8)]
    private readonly Nested nested = new(32);

    public Adapterless() : base(nameof(Adapterless)) => RegisterComponents();

    public override Tensor forward(Tensor x) => nested.forward(second.forward(functional.relu(first.forward(x))));

    internal sealed class Nested : Module<Tensor, Tensor>
    {
        private readonly Parameter weight;

        public Nested(int width) : base(nameof(Nested))
        {
            weight = new Parameter(randn(width, width));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => functional.linear(x, weight);
    }
}

[Lora(Targets = "fc", Rank = 4)]
public partial class Primary(long width, bool gated) : Module<Tensor, Tensor>("primary")
{
    private readonly Linear fc = Linear(16, 16);

    public override Tensor forward(Tensor x)
    {
        var y = fc!.forward(x);
        return gated ? y.sigmoid() * width : y;
    }
}
