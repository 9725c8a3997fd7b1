using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Declarative.LibTorch.Tests.Modules;

public class InitTests
{
    [Fact]
    public void ConstantsFill()
    {
        using var x = empty(2, 3);
        Assert.Same(x, init.ones_(x));
        Assert.All(x.data<float>().ToArray(), v => Assert.Equal(1f, v));
        init.constant_(x, 2.5);
        Assert.All(x.data<float>().ToArray(), v => Assert.Equal(2.5f, v));
        init.eye_(x);
        Assert.Equal([1f, 0f, 0f, 0f, 1f, 0f], x.data<float>().ToArray());
        init.zeros_(x);
        Assert.All(x.data<float>().ToArray(), v => Assert.Equal(0f, v));
    }

    [Fact]
    public void ParametersCanBeFilledAlthoughTheyNeedGradients()
    {
        using var parameter = Parameter(empty(4, 4));
        init.uniform_(parameter, 1, 2);
        Assert.All(parameter.data<float>().ToArray(), v => Assert.InRange(v, 1f, 2f));
        Assert.True(parameter.is_leaf);
    }

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(2.23606797749979, 0.20412414523193154)]
    public void KaimingUniformStaysBelowItsBound(double slope, double bound)
    {
        using var x = empty(300, 24);
        init.kaiming_uniform_(x, slope);
        var largest = x.abs().max().ToDouble();
        Assert.InRange(largest, bound * 0.98, bound + 1e-6);
    }

    [Fact]
    public void DeviationsAreTheOnesAskedFor()
    {
        manual_seed(3);
        using var x = empty(400, 100);
        init.kaiming_normal_(x, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU);
        Assert.Equal(Math.Sqrt(2.0 / 400), x.std().ToDouble(), 1e-3);
        init.xavier_uniform_(x, gain: 2);
        Assert.Equal(2 * Math.Sqrt(2.0 / 500), x.std().ToDouble(), 2e-3);
        init.normal_(x, 1, 0.5);
        Assert.Equal(1, x.mean().ToDouble(), 2e-2);
        Assert.Equal(0.5, x.std().ToDouble(), 1e-2);
    }

    [Theory]
    [InlineData(3, 8)]
    [InlineData(8, 3)]
    public void OrthogonalMatricesAreOrthogonal(long rows, long columns)
    {
        using var x = empty(rows, columns);
        init.orthogonal_(x, gain: 2);
        using var product = rows < columns ? x.mm(x.t()) : x.t().mm(x);
        using var expected = eye(3) * 4;
        Assert.True(product.allclose(expected, atol: 1e-5));
    }

    [Fact]
    public void FansCountTheKernel()
    {
        Assert.Equal((30L, 20L), init.CalculateFanInAndFanOut(empty(2, 3, 5, 2)));
        Assert.Equal((3L, 2L), init.CalculateFanInAndFanOut(empty(2, 3)));
        Assert.Throws<ArgumentException>(() => init.CalculateFanInAndFanOut(empty(2)));
    }

    [Fact]
    public void GainsAreTheUsualOnes()
    {
        Assert.Equal(5.0 / 3, init.calculate_gain(init.NonlinearityType.Tanh));
        Assert.Equal(Math.Sqrt(2), init.calculate_gain(init.NonlinearityType.ReLU));
        Assert.Equal(1, init.calculate_gain(init.NonlinearityType.Sigmoid));
        Assert.Equal(1, init.calculate_gain(init.NonlinearityType.LeakyReLU, 1));
    }
}
