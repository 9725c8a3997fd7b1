using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

public class AutogradTests
{
    [Fact]
    public void Backward_accumulates_into_leaves()
    {
        using var x = tensor(new double[] { 1, 2, 3 }, requires_grad: true);
        Assert.Null(x.grad);
        (x * x).sum().backward();
        Assert.Equal([2.0, 4.0, 6.0], x.grad!.data<double>().ToArray());
        (x * x).sum().backward();
        Assert.Equal([4.0, 8.0, 12.0], x.grad!.data<double>().ToArray());
        x.grad!.zero_();
        Assert.Equal([0.0, 0.0, 0.0], x.grad!.data<double>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Grad_returns_gradients_and_leaves_the_leaves_alone()
    {
        using var x = tensor(3.0, requires_grad: true);
        using var y = x * x * x;
        var first = autograd.grad([y], [x], retain_graph: true, create_graph: true)[0];
        var second = autograd.grad([first], [x])[0];
        Assert.Equal(27, first.item<double>(), 12);
        Assert.Equal(18, second.item<double>(), 12);
        Assert.Null(x.grad);
    }

    [Fact]
    public void Gradients_of_tensors_take_the_gradient_with_respect_to_them()
    {
        using var x = tensor(new double[] { 1, 2 }, requires_grad: true);
        using var y = x * 3;
        y.backward([tensor(new double[] { 1, 10 })]);
        Assert.Equal([3.0, 30.0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Modes_switch_recording_and_end_with_their_scope()
    {
        using var x = tensor(1f, requires_grad: true);
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
                Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }

        using (inference_mode())
            Assert.True(is_inference_mode_enabled());
        Assert.False(is_inference_mode_enabled());
        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void Leaves_and_what_is_detached()
    {
        using var x = tensor(1f, requires_grad: true);
        using var y = x * 2;
        Assert.True(x.is_leaf);
        Assert.False(y.is_leaf);
        Assert.False(y.detach().requires_grad);
        y.retain_grad();
        (y * 3).backward();
        Assert.Equal(3f, y.grad!.item<float>());
        Assert.Equal(6f, x.grad!.item<float>());
    }

    [Fact]
    public void An_alias_is_the_same_tensor()
    {
        using var x = ones(2);
        using var alias = x.alias();
        alias.requires_grad_();
        Assert.True(x.requires_grad);
        (alias * 2).sum().backward();
        Assert.Equal([2f, 2f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_step_without_grad_changes_a_leaf_in_place()
    {
        using var w = tensor(new float[] { 1, 1 }, requires_grad: true);
        (w * tensor(new float[] { 1, 2 })).sum().backward();
        using (no_grad())
            w.sub_(w.grad! * 0.5f);
        Assert.Equal([0.5f, 0f], w.data<float>().ToArray());
    }

    [Fact]
    public void Faults_are_exceptions_with_libtorchs_message()
    {
        using var x = tensor(new float[] { 1, 2 }, requires_grad: true);
        using var plain = ones(2);
        Assert.Contains("does not require grad", Assert.Throws<ExternalException>(() => plain.sum().backward()).Message);
        Assert.Contains("scalar outputs", Assert.Throws<ExternalException>(() => (x * 2).backward()).Message);
        using var loss = (x * x).sum();
        loss.backward();
        Assert.Contains("backward through the graph a second time", Assert.Throws<ExternalException>(loss.backward).Message);
        Assert.Contains("leaf Variable", Assert.Throws<ExternalException>(() => x.add_(1)).Message);
        Assert.Contains("floating point", Assert.Throws<ExternalException>(() => arange(3).requires_grad_()).Message);
    }

#if ENGINE_LIBTORCH
    // TorchSharp's own bridge lets these exceptions end the process.
    [Fact]
    public void Bad_input_to_grad_is_an_exception_and_not_the_end()
    {
        using var x = tensor(new float[] { 1, 2 }, requires_grad: true);
        using var other = tensor(1f, requires_grad: true);
        Assert.Throws<ExternalException>(() => autograd.grad([(x * 2).sum()], [other]));
        Assert.Null(autograd.grad([(x * 2).sum()], [other], allow_unused: true)[0]);
        Assert.Throws<ExternalException>(() => autograd.grad([ones(1)], [x]));
        Assert.Throws<ExternalException>(() => autograd.grad([], [x]));
        Assert.Throws<ExternalException>(() => autograd.grad([null!], [x]));
        Assert.Throws<ExternalException>(() => autograd.grad([x * 2], [x], [ones(5)]));
    }
#endif
}
