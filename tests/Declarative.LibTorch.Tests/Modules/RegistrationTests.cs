using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.LibTorch.Tests.Modules;

public class RegistrationTests
{
    private class Base : Module<Tensor, Tensor>
    {
        private readonly Linear hidden;
        protected Linear shared;

        protected Base() : base(nameof(Base))
        {
            hidden = Linear(2, 3);
            shared = Linear(3, 3);
        }

        public override Tensor forward(Tensor input) => shared.forward(hidden.forward(input));
    }

    private sealed class Derived : Base
    {
        private readonly Linear last = Linear(3, 1);
        private readonly Parameter scale = Parameter(ones(1));
        private readonly Tensor mask = zeros(2);
        private readonly Linear? missing;

        [ComponentName(Name = "renamed")]
        private readonly Linear other = Linear(1, 1, hasBias: false);

        public Linear? Late;

        public Derived()
        {
            missing = null;
            RegisterComponents();
        }

        public void Again() => RegisterComponents();

        public override Tensor forward(Tensor input) =>
            other.forward(last.forward(base.forward(input))) * scale + mask.sum() + (missing is null ? 0 : 1);
    }

    private sealed class Holder : Module<Tensor, Tensor>
    {
        public Holder() : base("holder")
        {
        }

        public void Buffer(string name, Tensor? value) => ConditionallyRegisterBuffer(name, value);

        public void Learned(string name, Tensor value) => ConditionallyRegisterParameter(name, value);

        public override Tensor forward(Tensor input) => input.alias();
    }

    [Fact]
    public void FieldsOfTheWholeHierarchyAreRegisteredUnderTheirNames()
    {
        using var module = new Derived();
        Assert.Equal(["hidden", "last", "renamed", "shared"], module.named_children().Select(c => c.name).Order());
        Assert.Contains("scale", module.named_parameters(false).Select(p => p.name));
        Assert.Equal(["mask"], module.named_buffers().Select(b => b.name));
        Assert.True(module.has_parameter("last.weight"));
        Assert.True(module.has_parameter("renamed.weight"));
        Assert.False(module.has_parameter("other.weight"));
        Assert.False(module.has_parameter("renamed.bias"));
        Assert.NotNull(module.get_parameter("hidden.bias"));
        Assert.Null(module.get_parameter("hidden.nothing"));
        Assert.True(module.has_buffer("mask"));
        Assert.NotNull(module.get_buffer("mask"));
    }

    [Fact]
    public void FieldsSetAfterTheFirstRegistrationAreNotSeen()
    {
        using var module = new Derived { Late = Linear(1, 1) };
        module.Again();
        Assert.DoesNotContain("Late", module.named_children().Select(c => c.name));
    }

    [Fact]
    public void RegisteringAModuleRegistersItsOwnComponentsFirst()
    {
        using var parent = new Holder();
        var list = ModuleList(Linear(1, 1), Linear(1, 1));
        Assert.False(list.named_children().Any());
        parent.register_module("layers", list);
        Assert.Equal(["layers", "layers.0", "layers.1"], parent.named_modules().Select(m => m.name));
        list.Add(Linear(1, 1));
        Assert.Equal(2, list.named_children().Count());
    }

    [Fact]
    public void NamesOfModulesAreCheckedAndNullRemoves()
    {
        using var parent = new Holder();
        parent.register_module("child", Linear(1, 1));
        Assert.Throws<InvalidOperationException>(() => parent.register_module("child", Linear(1, 1)));
        Assert.Throws<ArgumentException>(() => parent.register_module("a.b", Linear(1, 1)));
        Assert.Throws<ArgumentException>(() => parent.register_module("", Linear(1, 1)));
        parent.register_module("child", null!);
        Assert.Empty(parent.children());
        parent.register_module("never", null!);
        parent.add_module("child", Linear(1, 1));
        Assert.Single(parent.children());
    }

    [Fact]
    public void ParametersAndBuffersAreCheckedToo()
    {
        using var module = new Holder();
        module.register_parameter("w", Parameter(ones(2)));
        module.register_buffer("b", ones(2));
        Assert.Throws<InvalidOperationException>(() => module.register_parameter("w", Parameter(ones(2))));
        Assert.Throws<InvalidOperationException>(() => module.register_buffer("b", ones(2)));
        Assert.Throws<ArgumentNullException>(() => module.register_parameter("x", null!));
        Assert.Throws<ArgumentNullException>(() => module.register_buffer("x", null!));
    }

    [Fact]
    public void ConditionalRegistrationReplacesAndRemoves()
    {
        using var module = new Holder();
        module.Learned("w", Parameter(zeros(1)));
        module.Learned("w", Parameter(ones(2)));
        Assert.Equal([2], module.get_parameter("w")!.shape);
        module.Learned("w", ones(2));
        Assert.False(module.has_parameter("w"));
        module.Buffer("b", ones(1));
        module.Buffer("b", null);
        Assert.False(module.has_buffer("b"));
    }

    [Fact]
    public void BuffersThatAreNotPersistentAreNeverListed()
    {
        using var module = new Holder();
        module.register_buffer("kept", ones(1));
        module.register_buffer("cache", ones(1), persistent: false);
        Assert.Equal(["kept"], module.named_buffers().Select(b => b.name));
        Assert.Equal(["kept"], module.state_dict().Keys);
        Assert.True(module.has_buffer("cache"));
    }

    [Fact]
    public void SharedParametersAreListedOnceButKeptInTheStateUnderBothNames()
    {
        using var parent = new Holder();
        var first = Linear(2, 2, hasBias: false);
        var second = Linear(first.weight);
        parent.register_module("first", first);
        parent.register_module("second", second);
        Assert.Equal(["first.weight"], parent.named_parameters().Select(p => p.name));
        Assert.Equal(["first.weight", "second.weight"], parent.state_dict().Keys);
    }

    [Fact]
    public void DictionariesRegisterByKeyAndCannotBeMoved()
    {
        using var parent = new Holder();
        var heads = ModuleDict(("a", Linear(1, 1)), ("b", Linear(1, 1)));
        parent.register_module("heads", heads);
        Assert.Equal(["heads", "heads.a", "heads.b"], parent.named_modules().Select(m => m.name));
        Assert.Same(heads["b"], heads[1].Item2);
        Assert.True(heads.TryGetValue("a", out var a));
        Assert.Same(heads[0].Item2, a);
        Assert.Throws<ArgumentException>(() => heads.to(ScalarType.Float64));
    }

    [Fact]
    public void ParameterlessModulesRefuseParameters()
    {
        using var relu = ReLU();
        Assert.Throws<InvalidOperationException>(() => relu.register_parameter("w", Parameter(ones(1))));
        Assert.Throws<InvalidOperationException>(() => relu.register_buffer("b", ones(1)));
        Assert.Throws<InvalidOperationException>(() => relu.register_module("m", Linear(1, 1)));
        Assert.Same(relu, relu.to(ScalarType.Float64));
    }

    [Fact]
    public void ApplyVisitsChildrenBeforeTheirParent()
    {
        using var module = new Derived();
        var visited = new List<Module>();
        module.apply(visited.Add);
        Assert.Equal(5, visited.Count);
        Assert.Same(module, visited[^1]);
    }

    [Fact]
    public void ModesReachAllChildren()
    {
        using var model = Sequential(Linear(1, 1), Sequential(Dropout(), ReLU()));
        Assert.True(model.training);
        model.eval();
        Assert.All(model.modules(), m => Assert.False(m.training));
        model.train();
        Assert.All(model.modules(), m => Assert.True(m.training));
    }

    [Fact]
    public void DisposingReleasesParametersBuffersAndChildren()
    {
        var module = new Derived();
        var parameters = module.parameters().ToList();
        var buffers = module.buffers().ToList();
        module.Dispose();
        Assert.All(parameters, p => Assert.True(p.IsInvalid));
        Assert.All(buffers, b => Assert.True(b.IsInvalid));
        module.Dispose();

        using var parent = new Holder();
        parent.register_module("gone", module);
        Assert.Empty(parent.children());
    }

    [Fact]
    public void ModulesHaveNames()
    {
        using var linear = Linear(1, 1);
        using var holder = new Holder();
        Assert.Equal("Linear", linear.GetName());
        Assert.Equal("holder", holder.GetName());
    }
}
