using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

public class ArithmeticTests
{
    private readonly Tensor x = tensor(new double[] { 1, 2, 4 });
    private readonly Tensor y = tensor(new double[] { 8, 4, 2 });

    [Fact]
    public void Operators_work_on_tensors_and_numbers()
    {
        Equal([9, 6, 6], x + y);
        Equal([-7, -2, 2], x - y);
        Equal([8, 8, 8], x * y);
        Equal([0.125, 0.5, 2], x / y);
        Equal([2, 3, 5], x + 1);
        Equal([2, 3, 5], 1 + x);
        Equal([0, -1, -3], 1 - x);
        Equal([2, 1, 0.5], 2.0 / x);
        Equal([0.5, 1, 2], x * 0.5f);
        Equal([1, 0, 0], x % 2);
        Equal([-1, -2, -4], -x);
    }

    [Fact]
    public void A_number_does_not_change_the_type()
    {
        using var integers = arange(3);
        using var singles = ones(3);
        Assert.Equal(ScalarType.Int64, (integers * 2).dtype);
        Assert.Equal(ScalarType.Float32, (integers * 2.5).dtype);
        Assert.Equal(ScalarType.Float32, (singles * 2.5).dtype);
        Assert.Equal(ScalarType.Float32, (integers / 2).dtype);
    }

    [Fact]
    public void Comparisons_give_truth_values()
    {
        Assert.Equal([true, true, false], (x < y).data<bool>().ToArray());
        Assert.Equal([false, true, false], (x == 2).data<bool>().ToArray());
        Assert.Equal([true, false, false], (2 > x).data<bool>().ToArray());
        Assert.Equal([true, false, true], x.ne(2).data<bool>().ToArray());
        Assert.True(x.allclose(x + 1e-9));
        Assert.False(allclose(x, y));
    }

    [Fact]
    public void In_place_operations_change_and_return_the_tensor_itself()
    {
        using var z = x.clone();
        Assert.Same(z, z.add_(y));
        Assert.Same(z, z.mul_(2).sub_(1).div_(2));
        Equal([8.5, 5.5, 5.5], z);
        z.zero_().add_(1);
        Equal([1, 1, 1], z);
        Assert.Same(z, z.fill_(3));
        Assert.Same(z, z.copy_(y));
        Equal([8, 4, 2], z);
        Assert.Same(z, z.clamp_(3, 5).neg_());
        Equal([-5, -4, -3], z);
    }

    [Fact]
    public void Scaled_sums_take_their_factor()
    {
        Equal([17, 10, 8], x.add(y, 2));
        using var z = x.clone();
        Equal([5, 4, 5], z.add_(y, 0.5));
        Equal([81, 34, 29], addcmul(x, y, tensor(new double[] { 10, 8, 12.5 }), 1));
        Equal([5, 3, 3], x.lerp(y, full(3, 0.5, dtype: ScalarType.Float64)) + tensor(new double[] { 0.5, 0, 0 }));
        Equal([1.25, 2.25, 4.25], x.clone().addcdiv_(y, y, 0.25));
    }

    [Fact]
    public void Functions_match_the_runtimes()
    {
        Close(Math.Exp, t => t.exp());
        Close(Math.Log, t => t.log());
        Close(Math.Sqrt, t => t.sqrt());
        Close(v => 1 / Math.Sqrt(v), t => t.rsqrt());
        Close(Math.Sin, t => t.sin());
        Close(Math.Cos, t => t.cos());
        Close(Math.Tanh, t => t.tanh());
        Close(v => 1 / (1 + Math.Exp(-v)), t => t.sigmoid());
        Close(v => v / (1 + Math.Exp(-v)), t => t.silu());
        Close(v => v * v * v, t => t.pow(3));
        Close(v => Math.Pow(v, v), t => t.pow(t));
    }

    [Fact]
    public void Division_rounds_as_asked()
    {
        using var a = tensor(new double[] { -7, 7 });
        Equal([-4, 3], a.div(2, RoundingMode.floor));
        Equal([-3, 3], a.div(2, RoundingMode.trunc));
        Equal([-3.5, 3.5], a.div(2));
        Equal([-4, 4], (a / 2).round());
        Equal([0.12, 3.46], tensor(new double[] { 0.1234, 3.4567 }).round(2));
    }

    [Fact]
    public void Bounds_may_be_missing()
    {
        Equal([2, 2, 4], x.clamp(min: 2));
        Equal([1, 2, 2], x.clamp(max: 2));
        Equal([1, 2, 2], minimum(x, y));
        Equal([8, 4, 4], maximum(x, y));
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_found()
    {
        using var odd = tensor(new float[] { float.NaN, float.PositiveInfinity, 1 });
        Assert.Equal([true, false, false], odd.isnan().data<bool>().ToArray());
        Assert.Equal([false, true, false], odd.isinf().data<bool>().ToArray());
        Assert.Equal([false, false, true], isfinite(odd).data<bool>().ToArray());
    }

    private static void Equal(double[] expected, Tensor actual)
    {
        var values = actual.data<double>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], values[i], 12);
    }

    private void Close(Func<double, double> expected, Func<Tensor, Tensor> actual) =>
        Equal(x.data<double>().ToArray().Select(expected).ToArray(), actual(x));
}
