// Field initialisers; an attribute on single fields; a nested class; the global namespace.
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

public static class Example
{
    public static (Module Model, System.Func<Tensor> Loss) Create()
    {
        var model = new Adapterless();
        var (x, y) = (randn(8, 32), randn(8, 32));
        return (model, () => functional.mse_loss(model.forward(x), y));
    }
}
