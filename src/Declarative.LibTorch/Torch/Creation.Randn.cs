using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Random numbers from the standard normal distribution.</summary>
    public static Tensor randn(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        NewRandn(size, dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers from the standard normal distribution.</summary>
    public static Tensor randn(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        NewRandn(size, dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers from the standard normal distribution.</summary>
    public static Tensor randn(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        NewRandn([size], dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers from the standard normal distribution.</summary>
    public static Tensor randn(
        long rows, long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        NewRandn([rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers from the standard normal distribution.</summary>
    public static Tensor randn(
        long dim0, long dim1, long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        NewRandn([dim0, dim1, dim2], dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers from the standard normal distribution.</summary>
    public static Tensor randn(
        long dim0, long dim1, long dim2, long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        NewRandn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers from the standard normal distribution.</summary>
    public static Tensor randn(
        int size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        NewRandn([size], dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers from the standard normal distribution.</summary>
    public static Tensor randn(
        int rows, int columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        NewRandn([rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers from the standard normal distribution.</summary>
    public static Tensor randn(
        int dim0, int dim1, int dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        NewRandn([dim0, dim1, dim2], dtype, device, requires_grad, generator, names);

    /// <summary>Random numbers from the standard normal distribution.</summary>
    public static Tensor randn(
        int dim0, int dim1, int dim2, int dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null) =>
        NewRandn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, names);

    private static unsafe Tensor NewRandn(
        ReadOnlySpan<long> size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        Generator? generator,
        string[]? names)
    {
        fixed (long* sizes = size)
        {
            return Made(
                Aten.RandnGenerator.Call(Arg.Ints(sizes, size.Length), generator, dtype, Arg.None, InitializeDevice(device)),
                requires_grad,
                names);
        }
    }
}
