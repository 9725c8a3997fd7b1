using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

public class ReductionTests
{
    private readonly Tensor x = tensor(new double[] { 1, 5, 3, 2, 8, 4 }, [2, 3]);

    [Fact]
    public void Sums_and_means()
    {
        Assert.Equal(23, x.sum().item<double>());
        Assert.Equal([9.0, 14.0], x.sum(1).data<double>().ToArray());
        Assert.Equal([1L, 3L], x.sum([0], keepdim: true).shape);
        Assert.Equal(23 / 6.0, x.mean().item<double>(), 12);
        Assert.Equal([1.5, 6.5, 3.5], x.mean([0]).data<double>().ToArray());
        Assert.Equal(ScalarType.Float32, x.sum(type: ScalarType.Float32).dtype);
        Assert.Equal(ScalarType.Int64, (x > 2).sum().dtype);
        Assert.Equal(1920, x.prod().item<double>() * 2);
        Assert.Equal([1.0, 6.0, 9.0], x[0].cumsum(0).data<double>().ToArray());
    }

    [Fact]
    public void Spread_is_unbiased_unless_told_otherwise()
    {
        Assert.Equal(4, x.var([1])[0].item<double>(), 12);
        Assert.Equal(2, x[0].std().item<double>(), 12);
        Assert.Equal(8 / 3.0, x.var(1, unbiased: false)[0].item<double>(), 12);
        Assert.Equal(Math.Sqrt(28 / 3.0), x.std(1)[1].item<double>(), 12);
    }

    [Fact]
    public void Extremes_and_where_they_are()
    {
        Assert.Equal(8, x.max().item<double>());
        var (values, indices) = x.min(1);
        Assert.Equal([1.0, 2.0], values.data<double>().ToArray());
        Assert.Equal([0L, 0L], indices.data<long>().ToArray());
        Assert.Equal(4L, x.argmax().item<long>());
        Assert.Equal([1L, 1L], x.argmax(1).data<long>().ToArray());
        Assert.Equal([2.0, 8.0, 4.0], x.amax([0]).data<double>().ToArray());
        var (top, where) = x.topk(2);
        Assert.Equal([5.0, 3.0, 8.0, 4.0], top.data<double>().ToArray());
        Assert.Equal([1L, 2L, 1L, 2L], where.data<long>().ToArray());
        var (sorted, order) = x[0].sort(descending: true);
        Assert.Equal([5.0, 3.0, 1.0], sorted.data<double>().ToArray());
        Assert.Equal([1L, 2L, 0L], order.data<long>().ToArray());
    }

    [Fact]
    public void Norms()
    {
        Assert.Equal(5, tensor(new double[] { 3, 4 }).norm().item<double>(), 12);
        Assert.Equal(7, linalg.vector_norm(tensor(new double[] { 3, -4 }), 1).item<double>(), 12);
        Assert.Equal([2L], linalg.vector_norm(x, dims: [1]).shape);
        Assert.Equal(5, linalg.norm(tensor(new double[] { 3, 4 })).item<double>(), 12);
    }

    [Fact]
    public void Softmax_sums_to_one()
    {
        Assert.True(x.softmax(1).sum(1).allclose(ones(2, dtype: ScalarType.Float64)));
        Assert.True(x.log_softmax(-1).exp().allclose(x.softmax(-1)));
        Assert.True(x.logsumexp(1).allclose(x.exp().sum(1).log()));
    }

    [Fact]
    public void All_and_any()
    {
        Assert.True((x > 0).all().item<bool>());
        Assert.False((x > 8).any().item<bool>());
        Assert.Equal([false, true], (x > 5).any(1).data<bool>().ToArray());
    }
}
