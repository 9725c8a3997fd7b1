using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of one number; of 64-bit integers if that is an integer and no type is given.</summary>
    public static Tensor full(
        long[] size, Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFull(size, value, dtype, device, requires_grad, names);

    /// <summary>A tensor of one number; of 64-bit integers if that is an integer and no type is given.</summary>
    public static Tensor full(
        ReadOnlySpan<long> size, Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFull(size, value, dtype, device, requires_grad, names);

    /// <summary>A tensor of one number; of 64-bit integers if that is an integer and no type is given.</summary>
    public static Tensor full(
        long size, Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFull([size], value, dtype, device, requires_grad, names);

    /// <summary>A tensor of one number; of 64-bit integers if that is an integer and no type is given.</summary>
    public static Tensor full(
        long rows, long columns, Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFull([rows, columns], value, dtype, device, requires_grad, names);

    /// <summary>A tensor of one number; of 64-bit integers if that is an integer and no type is given.</summary>
    public static Tensor full(
        long dim0, long dim1, long dim2, Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFull([dim0, dim1, dim2], value, dtype, device, requires_grad, names);

    /// <summary>A tensor of one number; of 64-bit integers if that is an integer and no type is given.</summary>
    public static Tensor full(
        long dim0, long dim1, long dim2, long dim3, Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFull([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad, names);

    /// <summary>A tensor of one number; of 64-bit integers if that is an integer and no type is given.</summary>
    public static Tensor full(
        int size, Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFull([size], value, dtype, device, requires_grad, names);

    /// <summary>A tensor of one number; of 64-bit integers if that is an integer and no type is given.</summary>
    public static Tensor full(
        int rows, int columns, Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFull([rows, columns], value, dtype, device, requires_grad, names);

    /// <summary>A tensor of one number; of 64-bit integers if that is an integer and no type is given.</summary>
    public static Tensor full(
        int dim0, int dim1, int dim2, Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFull([dim0, dim1, dim2], value, dtype, device, requires_grad, names);

    /// <summary>A tensor of one number; of 64-bit integers if that is an integer and no type is given.</summary>
    public static Tensor full(
        int dim0, int dim1, int dim2, int dim3, Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFull([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad, names);

    private static unsafe Tensor NewFull(
        ReadOnlySpan<long> size,
        Scalar value,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names)
    {
        dtype ??= is_integral(value.Type) ? ScalarType.Int64 : get_default_dtype();
        fixed (long* sizes = size)
        {
            return Made(
                Aten.Full.Call(Arg.Ints(sizes, size.Length), value, dtype, Arg.None, InitializeDevice(device)),
                requires_grad,
                names);
        }
    }
}
