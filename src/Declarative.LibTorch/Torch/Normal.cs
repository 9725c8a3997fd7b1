using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Random numbers from normal distributions, one for each element of the mean and deviation.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) =>
        Aten.NormalTensorTensor.Call(mean, std, generator);

    /// <summary>Random numbers from a normal distribution.</summary>
    public static unsafe Tensor normal(
        double mean,
        double std,
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null)
    {
        fixed (long* sizes = size)
        {
            return Made(
                Aten.NormalFloatFloat.Call(
                    mean, std, Arg.Ints(sizes, size.Length), generator, dtype, Arg.None, InitializeDevice(device)),
                requires_grad,
                names);
        }
    }
}
