using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.LibTorch.Tests.Modules;

public class HookTests
{
    private sealed class Sum : Module<Tensor, Tensor, Tensor>
    {
        public Sum() : base(nameof(Sum))
        {
        }

        public override Tensor forward(Tensor input1, Tensor input2) => input1 + input2;
    }

    [Fact]
    public void HooksRunInCallOnlyAndMayChangeInputsAndResults()
    {
        using var identity = Identity();
        using var one = ones(1);
        var log = new List<string>();
        identity.register_forward_pre_hook((Module _) => log.Add("before"));
        identity.register_forward_hook((Module _) => log.Add("after"));
        var first = identity.register_forward_pre_hook((_, input) => input * 2);
        identity.register_forward_pre_hook((_, _) => null!);
        identity.register_forward_hook((_, input, result) => result + input);

        Assert.Equal(1f, identity.forward(one).item<float>());
        Assert.Empty(log);
        Assert.Equal(4f, identity.call(one).item<float>());
        Assert.Equal(["before", "after"], log);

        first.remove();
        first.remove();
        Assert.Equal(2f, identity.call(one).item<float>());
    }

    [Fact]
    public void HooksOfModulesWithSeveralInputsGetThemAll()
    {
        using var sum = new Sum();
        using var one = ones(1);
        Assert.Equal(2f, sum.call(one, one).item<float>());
        sum.register_forward_pre_hook((_, a, b) => (a * 3, b));
        Assert.Equal(4f, sum.call(one, one).item<float>());
        sum.register_forward_pre_hook((_, _, _) => null);
        sum.register_forward_hook((_, a, _, result) => result * a);
        Assert.Equal(12f, sum.call(one, one).item<float>());
    }

    [Fact]
    public void ASequenceCallsItsModulesAndDisposesWhatTheyHandOn()
    {
        Tensor? handed = null;
        using var first = Linear(2, 2);
        first.register_forward_hook((_, _, result) => handed = result);
        using var model = Sequential(("first", first), ("second", (Module<Tensor, Tensor>)ReLU()));
        using var input = ones(1, 2);
        using var output = model.forward(input);
        Assert.False(output.IsInvalid);
        Assert.False(input.IsInvalid);
        Assert.True(handed!.IsInvalid);
        Assert.Equal(["first", "second"], model.named_children().Select(c => c.name));
        Assert.Equal(["first.weight", "first.bias"], model.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void SequencesCanBeIndexedCutAndAppendedTo()
    {
        using var model = Sequential(ReLU(), Tanh());
        Assert.Same(model, model.append(Sigmoid()).append("last", GELU()));
        Assert.Equal(4, model.Count);
        Assert.IsType<Sigmoid>(model[2]);
        var middle = model[1..^1];
        Assert.Equal(["1", "2"], middle.named_children().Select(c => c.name));
        Assert.Equal(4, model[(null, null)].Count);
        Assert.Throws<IndexOutOfRangeException>(() => model[(0, 9)]);

        using var empty = Sequential();
        using var input = ones(1);
        using var same = empty.forward(input);
        Assert.NotSame(input, same);
        Assert.Equal(1f, same.item<float>());
    }
}
