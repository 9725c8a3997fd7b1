using TorchSharp;
using static TorchSharp.torch;

namespace Declarative.IntegrationTests.Support;

/// <summary>Reads tensors into arrays, and compares them.</summary>
internal static class Numbers
{
    /// <summary>The entries, in order, as 64-bit numbers; float32 converts without loss.</summary>
    public static double[] Of(Tensor tensor)
    {
        using var off = torch.no_grad();
        using var detached = tensor.detach();
        using var wide = detached.to(torch.float64);
        using var whole = wide.contiguous();
        return whole.data<double>().ToArray();
    }

    /// <summary>The largest difference of two tensors of one shape.</summary>
    public static double Distance(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        return Distance(Of(expected), Of(actual));
    }

    /// <summary>The largest difference of two arrays of one length.</summary>
    public static double Distance(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        return expected.Zip(actual, (a, b) => double.IsNaN(a - b) ? double.PositiveInfinity : Math.Abs(a - b))
            .DefaultIfEmpty().Max();
    }

    /// <summary>Holds when the largest difference is at most the tolerance times the largest expected entry.</summary>
    public static void Near(Tensor expected, Tensor actual, double tolerance, string what = "tensor")
    {
        Assert.Equal(expected.shape, actual.shape);
        Near(Of(expected), Of(actual), tolerance, what);
    }

    /// <summary>Holds when the largest difference is at most the tolerance times the largest expected entry.</summary>
    public static void Near(double[] expected, double[] actual, double tolerance, string what = "tensor")
    {
        var scale = Math.Max(1e-30, expected.Select(Math.Abs).DefaultIfEmpty().Max());
        var distance = Distance(expected, actual) / scale;
        Assert.True(distance <= tolerance, $"{what}: off by {distance:e2} of the largest entry, at most {tolerance:e0} allowed");
    }

    /// <summary>Holds when shape and every bit are the same.</summary>
    public static void Same(Tensor expected, Tensor actual, string what = "tensor")
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.True(Bits(expected).SequenceEqual(Bits(actual)), $"{what} is not the same to the bit");
    }

    private static IEnumerable<long> Bits(Tensor tensor) => Of(tensor).Select(BitConverter.DoubleToInt64Bits);
}
