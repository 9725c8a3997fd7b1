using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

public class AutogradFunctionTests
{
    [Fact]
    public void The_backward_pass_is_the_function_s_own()
    {
        using var x = tensor(new double[] { 1, 2, 3 }, requires_grad: true);
        using var w = tensor(new double[] { 4, 5, 6 });
        using var y = Scaled.apply(x * 2, w, 10.0);
        Assert.Equal([80.0, 200.0, 360.0], y.detach().data<double>().ToArray());
        y.sum().backward();
        Assert.Equal([80.0, 100.0, 120.0], x.grad!.data<double>().ToArray());
        Assert.Null(w.grad);
    }

    [Fact]
    public void Without_gradients_nothing_is_recorded()
    {
        using var x = tensor(new double[] { 1 }, requires_grad: true);
        using var w = tensor(new double[] { 4 });
        Assert.False(Scaled.apply(w, w, 1.0).requires_grad);
        using (no_grad())
            Assert.False(Scaled.apply(x, w, 1.0).requires_grad);
        Assert.True(Scaled.apply(x, w, 1.0).requires_grad);
    }

    [Fact]
    public void A_graph_that_is_dropped_releases_what_it_kept()
    {
        using var w = randn(4);
        using var x = randn(4, requires_grad: true);
        for (var i = 0; i < 100; i++)
            Scaled.apply(x, w, 1.0).Dispose();
        var before = Tensor.TotalCount;
        for (var i = 0; i < 100; i++)
        {
            using var scope = NewDisposeScope();
            Scaled.apply(x, w, 1.0).sum().backward();
        }
        for (var i = 0; i < 100; i++)
        {
            using var scope = NewDisposeScope();
            Scaled.apply(x, w, 1.0);
        }
        Assert.InRange(Tensor.TotalCount, before - 50, before + 50);
    }

    [Theory]
    [InlineData("throws", "out of luck")]
    [InlineData("too few", "2 gradients for 3 arguments")]
    [InlineData("for a number", "position 3, where the argument is no tensor")]
    public void What_goes_wrong_in_the_backward_pass_reaches_its_caller(string mode, string message)
    {
        using var x = tensor(new double[] { 1 }, requires_grad: true);
        using var y = Failing.apply(x, x, mode);
        var error = Assert.Throws<ExternalException>(() => y.sum().backward());
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private sealed class Scaled : autograd.SingleTensorFunction<Scaled>
    {
        public override string Name => nameof(Scaled);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var (x, w, s) = ((Tensor)vars[0], (Tensor)vars[1], (double)vars[2]);
            ctx.save_for_backward([w]);
            ctx.save_data("s", s);
            return x * w * s;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
            [grad_output * ctx.get_saved_variables()[0] * (double)ctx.get_data("s"), null!, null!];
    }

    private sealed class Failing : autograd.SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_data("mode", vars[2]);
            return ((Tensor)vars[0]).clone();
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => (string)ctx.get_data("mode") switch
        {
            "throws" => throw new InvalidOperationException("out of luck"),
            "too few" => [grad_output, null!],
            _ => [grad_output, null!, grad_output],
        };
    }
}
