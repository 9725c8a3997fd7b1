using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.LibTorch.Tests.Modules;

public class MovingTests
{
    private sealed class Plain : Module<Tensor, Tensor>
    {
        private readonly Parameter scale;
        private readonly Tensor offset;
        private readonly Tensor count;
        private readonly Linear inner = Linear(2, 2);

        public Plain() : base(nameof(Plain))
        {
            scale = Parameter(ones(2));
            offset = zeros(2);
            count = tensor(3L);
            RegisterComponents();
        }

        public Parameter Scale() => scale;

        public Tensor Offset() => offset;

        public Tensor Count() => count;

        public override Tensor forward(Tensor input) => inner.forward(input) * scale + offset + count;
    }

    private sealed class GetOnly : Module<Tensor, Tensor>
    {
        public Parameter weight { get; } = Parameter(ones(1));

        public GetOnly() : base(nameof(GetOnly)) => register_parameter(nameof(weight), weight);

        public override Tensor forward(Tensor input) => input * weight;
    }

    private class Inner : Module<Tensor, Tensor>
    {
        private readonly Linear fc = Linear(1, 1);

        protected Inner() : base(nameof(Inner))
        {
        }

        public override Tensor forward(Tensor input) => fc.forward(input);
    }

    private sealed class Clash : Inner
    {
        [TorchSharp.Utils.ComponentName(Name = "same")]
        private readonly Linear a = Linear(1, 1);

        [TorchSharp.Utils.ComponentName(Name = "same")]
        private readonly Linear b = Linear(1, 1);

        public override Tensor forward(Tensor input) => a.forward(b.forward(input));
    }

    [Fact]
    public void ConvertingReplacesParametersAndBuffersAndTheFieldsThatHoldThem()
    {
        using var module = new Plain();
        var (scale, offset) = (module.Scale(), module.Offset());
        Plain same = module.to(ScalarType.Float64);

        Assert.Same(module, same);
        Assert.NotSame(scale, module.Scale());
        Assert.True(scale.IsInvalid);
        Assert.True(offset.IsInvalid);
        Assert.Same(module.Scale(), module.get_parameter("scale"));
        Assert.Same(module.Offset(), module.get_buffer("offset"));
        Assert.All(module.parameters(), p => Assert.Equal(ScalarType.Float64, p.dtype));
        Assert.Equal(ScalarType.Float64, module.Offset().dtype);
        Assert.Equal(ScalarType.Int64, module.Count().dtype);
        Assert.True(module.Scale().requires_grad);
        Assert.True(module.Scale().is_leaf);
    }

    [Fact]
    public void GradientsAreConvertedWithTheirParameters()
    {
        using var linear = Linear(2, 1, hasBias: false);
        linear.forward(ones(1, 2)).sum().backward();
        linear.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, linear.weight.grad!.dtype);
        Assert.Equal([1.0, 1.0], linear.weight.grad!.data<double>().ToArray());
    }

    [Fact]
    public void MovingToTheDeviceOfTheModuleDoesNothing()
    {
        using var module = new Plain();
        var scale = module.Scale();
        module.to(CPU);
        module.cpu();
        module.to("cpu");
        Assert.Same(scale, module.Scale());
    }

    [Fact]
    public void OnlyFloatingPointTypesAreTaken()
    {
        using var module = new Plain();
        Assert.Throws<ArgumentException>(() => module.to(ScalarType.Int32));
        Assert.Throws<ArgumentException>(() => module.@long());
    }

    [Fact]
    public void TwoFieldsOfOneNameOrAPropertyWithoutSetterThrow()
    {
        Assert.Throws<ArgumentException>(() => new Clash().to(ScalarType.Float64));
        Assert.Throws<ArgumentException>(() => new GetOnly().to(ScalarType.Float64));
    }

    [Fact]
    public void ParametersMadeInAScopeLiveOnAfterConversion()
    {
        using var linear = Linear(2, 2);
        using (NewDisposeScope()) linear.to(ScalarType.Float64);
        Assert.False(linear.weight.IsInvalid);
        Assert.False(linear.bias!.IsInvalid);
    }

    [Fact]
    public void SettersDisposeTheOldParameter()
    {
        using var linear = Linear(2, 2);
        var (weight, bias) = (linear.weight, linear.bias!);
        linear.weight = Parameter(ones(2, 2));
        linear.bias = null;
        Assert.True(weight.IsInvalid);
        Assert.True(bias.IsInvalid);
        Assert.Equal(["weight"], linear.named_parameters().Select(p => p.name));
        var kept = linear.weight;
        linear.weight = kept;
        Assert.False(kept.IsInvalid);
    }

    [Fact]
    public void AParameterTakesTheTensorsPlace()
    {
        var data = ones(2);
        using var parameter = new Parameter(data, requires_grad: false);
        Assert.True(data.IsInvalid);
        Assert.False(parameter.requires_grad);

        Parameter dies, lives;
        using (NewDisposeScope())
        {
            dies = Parameter(ones(1));
            lives = (Parameter)Parameter(ones(1)).DetachFromDisposeScope();
        }
        Assert.True(dies.IsInvalid);
        Assert.False(lives.IsInvalid);
        lives.Dispose();
    }

    [Fact]
    public void EmbeddingsKeepTheirParameterWhenConverted()
    {
        using var embedding = Embedding(3, 2);
        var registered = embedding.parameters().Single();
        embedding.to(ScalarType.Float64);
        Assert.Same(registered, embedding.parameters().Single());
        Assert.Equal(ScalarType.Float64, registered.dtype);
        Assert.Equal(ScalarType.Float64, embedding.forward(tensor(new[] { 1L })).dtype);

        using (var weight = embedding.weight!) Assert.True(weight.requires_grad);
        Assert.False(registered.IsInvalid);
    }

    [Fact]
    public void ListsOfParametersAreConverted()
    {
        using var list = ParameterList(Parameter(ones(1)), Parameter(zeros(2)));
        list.to(ScalarType.Float64);
        Assert.All(list, p => Assert.Equal(ScalarType.Float64, p.dtype));
        Assert.Equal(["0", "1"], list.named_parameters().Select(p => p.name));
        Assert.Same(list[1], list.get_parameter("1"));
    }
}
