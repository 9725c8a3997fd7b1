namespace Declarative.Tests.Support;

/// <summary>Comparisons of tensors.</summary>
internal static class Near
{
    /// <summary>Equal within <paramref name="tolerance"/> of the largest expected entry.</summary>
    public static void Equal(Tensor expected, Tensor actual, double tolerance = 1e-5, string what = "")
    {
        Assert.Equal(expected.shape, actual.shape);
        if (expected.numel() == 0)
            return;
        using var scope = NewDisposeScope();
        var (e, a) = (expected.detach().to_type(ScalarType.Float64), actual.detach().to_type(ScalarType.Float64));
        var error = (e - a).abs().max().item<double>();
        var largest = e.abs().max().item<double>();
        Assert.True(error <= tolerance * Math.Max(largest, 1e-12), $"{what}: off by {error:G4}, largest entry {largest:G4}");
    }

    /// <summary>Equal to the bit.</summary>
    public static void Same(Tensor expected, Tensor actual, string what = "")
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.True(Bits(expected).SequenceEqual(Bits(actual)), $"{what}: the bits differ");
    }

    public static void Different(Tensor left, Tensor right) =>
        Assert.False(Bits(left).SequenceEqual(Bits(right)), "the tensors are equal");

    public static byte[] Bits(Tensor tensor)
    {
        using var detached = tensor.detach();
        using var local = detached.cpu();
        using var plain = local.contiguous();
        return plain.bytes.ToArray();
    }
}
