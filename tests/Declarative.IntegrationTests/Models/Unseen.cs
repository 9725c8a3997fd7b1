using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.IntegrationTests.Models;

/// <summary>Beside a layer that the generator sees, layers in an array that it does not.</summary>
[Lora(Rank = 2, Targets = "all-linear")]
internal sealed partial class ArrayModel : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(4, 4);
    private readonly Linear[] many = [Linear(4, 4), Linear(4, 4)];

    public ArrayModel()
        : base(nameof(ArrayModel))
    {
        for (var i = 0; i < many.Length; i++)
            register_module($"many{i}", many[i]);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => many.Aggregate(first.forward(input), static (x, layer) => layer.forward(x));
}

/// <summary>The same array, left out by name.</summary>
[Lora(Rank = 2, Targets = "all-linear", Exclude = "many*")]
internal sealed partial class ExcludedArrayModel : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(4, 4);
    private readonly Linear[] many = [Linear(4, 4)];

    public ExcludedArrayModel()
        : base(nameof(ExcludedArrayModel))
    {
        register_module("many0", many[0]);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => many[0].forward(first.forward(input));
}

/// <summary>A module whose class only a run knows, with a layer in it.</summary>
[Lora(Rank = 2, Targets = "all-linear")]
internal sealed partial class FactoryModel : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(4, 4);
    private readonly Module<Tensor, Tensor> rest;

    public FactoryModel(Func<Module<Tensor, Tensor>> factory)
        : base(nameof(FactoryModel))
    {
        rest = factory();
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => rest.forward(first.forward(input));
}

internal sealed class HiddenLayer : Module<Tensor, Tensor>
{
    private readonly Linear inner = Linear(4, 4);

    public HiddenLayer()
        : base(nameof(HiddenLayer)) => RegisterComponents();

    public override Tensor forward(Tensor input) => inner.forward(input);
}
