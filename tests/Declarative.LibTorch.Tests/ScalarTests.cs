using TorchSharp;
using static TorchSharp.torch;

namespace Declarative.LibTorch.Tests;

public class ScalarTests
{
    [Fact]
    public void Scalars_know_their_kind()
    {
        Assert.Equal(ScalarType.Int64, ((Scalar)3).Type);
        Assert.Equal(ScalarType.Float64, ((Scalar)3f).Type);
        Assert.Equal(ScalarType.Bool, ((Scalar)true).Type);
    }

    [Fact]
    public void Scalars_convert_back()
    {
        Assert.Equal(3L, 3.ToScalar().ToInt64());
        Assert.Equal(3.0, 3.ToScalar().ToDouble());
        Assert.Equal(2.5f, 2.5.ToScalar().ToSingle());
        Assert.True(true.ToScalar().ToBoolean());
    }

    [Fact]
    public void Devices_are_named()
    {
        Assert.Equal("cpu", CPU.ToString());
        Assert.Equal("cuda:1", new Device("cuda:1").ToString());
        Assert.Equal(DeviceType.CUDA, new Device("cuda").type);
        Device implied = "cpu";
        Assert.Equal(DeviceType.CPU, implied.type);
        Assert.Equal(DeviceType.CPU, ones(1, device: "cpu").device_type);
    }

    [Fact]
    public void Brain_floats_round_to_the_nearest_even()
    {
        Assert.Equal(1f, new BFloat16(1.00390625f).ToSingle());
        Assert.Equal(1.015625f, new BFloat16(1.01171875f).ToSingle());
        Assert.True(float.IsNaN(new BFloat16(float.NaN).ToSingle()));
        Assert.True((BFloat16)1f < (BFloat16)2f);
    }

    [Fact]
    public void Limits_of_types()
    {
        Assert.Equal(float.MaxValue, (float)finfo(ScalarType.Float32).max);
        Assert.Equal(Math.BitIncrement(1.0) - 1, finfo(ScalarType.Float64).eps);
    }
}
