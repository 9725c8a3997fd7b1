using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Lin = TorchSharp.Modules.Linear;
using Projection = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;

namespace Declarative.IntegrationTests.Models;

/// <summary>Layers registered under names that are not their fields'.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "key|value")]
public sealed partial class RegisteredNamesModel : Module<Tensor, Tensor>
{
    private const string ValueName = "value";

    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _other;

    public RegisteredNamesModel() : base(nameof(RegisteredNamesModel))
    {
        _key = Linear(5, 4);
        _value = Linear(5, 4);
        _other = Linear(4, 4);
        register_module("key", _key);
        register_module(ValueName, _value);
        register_module("other", _other);
    }

    public override Tensor forward(Tensor x)
    {
        using var k = _key.forward(x);
        using var v = _value.call(x);
        using var h = k * v;
        return _other.forward(h);
    }
}

/// <summary>
/// Holds a module that names its layers with <c>register_module</c>: as a child it is scanned once more, and its layers
/// stand under two names each.
/// </summary>
[Lora(Rank = 2, Alpha = 4, Targets = "key|value")]
public sealed partial class TwiceRegisteredModel : Module<Tensor, Tensor>
{
    private readonly PlainNames inner = new();

    public TwiceRegisteredModel() : base(nameof(TwiceRegisteredModel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => inner.forward(x);

    public sealed class PlainNames : Module<Tensor, Tensor>
    {
        private readonly Linear _key = Linear(5, 4), _value = Linear(5, 4);

        public PlainNames() : base(nameof(PlainNames))
        {
            register_module("key", _key);
            register_module("value", _value);
        }

        public override Tensor forward(Tensor x)
        {
            using var k = _key.forward(x);
            using var v = _value.forward(x);
            return k * v;
        }
    }
}

/// <summary>Names given by attribute.</summary>
[Lora(Rank = 2, Alpha = 4, Targets = "q|k")]
public sealed partial class ComponentNamesModel : Module<Tensor, Tensor>
{
    [ComponentName(Name = "q")]
    private readonly Linear query;

    [ComponentName(Name = "k")]
    private readonly Linear key;

    public ComponentNamesModel() : base(nameof(ComponentNamesModel))
    {
        query = Linear(5, 4);
        key = Linear(5, 4);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var q = query.forward(x);
        using var k = key.forward(x);
        return q * k;
    }
}

/// <summary>Types under other names.</summary>
[Lora(Rank = 2, Alpha = 4)]
public sealed partial class AliasesModel : Module<Tensor, Tensor>
{
    private readonly Lin first = Linear(5, 4);
    private readonly global::TorchSharp.Modules.Linear second = Linear(4, 4);
    private readonly Projection third = Linear(4, 3);

    public AliasesModel() : base(nameof(AliasesModel)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var h = first.forward(x);
        using var g = second.forward(h);
        return third.forward(g);
    }
}
