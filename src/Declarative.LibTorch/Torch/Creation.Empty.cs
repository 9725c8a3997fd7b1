using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of whatever is in its memory.</summary>
    public static Tensor empty(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewEmpty(size, dtype, device, requires_grad, names);

    /// <summary>A tensor of whatever is in its memory.</summary>
    public static Tensor empty(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewEmpty(size, dtype, device, requires_grad, names);

    /// <summary>A tensor of whatever is in its memory.</summary>
    public static Tensor empty(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewEmpty([size], dtype, device, requires_grad, names);

    /// <summary>A tensor of whatever is in its memory.</summary>
    public static Tensor empty(
        long rows, long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewEmpty([rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor of whatever is in its memory.</summary>
    public static Tensor empty(
        long dim0, long dim1, long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewEmpty([dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A tensor of whatever is in its memory.</summary>
    public static Tensor empty(
        long dim0, long dim1, long dim2, long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewEmpty([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A tensor of whatever is in its memory.</summary>
    public static Tensor empty(
        int size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewEmpty([size], dtype, device, requires_grad, names);

    /// <summary>A tensor of whatever is in its memory.</summary>
    public static Tensor empty(
        int rows, int columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewEmpty([rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor of whatever is in its memory.</summary>
    public static Tensor empty(
        int dim0, int dim1, int dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewEmpty([dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A tensor of whatever is in its memory.</summary>
    public static Tensor empty(
        int dim0, int dim1, int dim2, int dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewEmpty([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    private static unsafe Tensor NewEmpty(
        ReadOnlySpan<long> size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names)
    {
        fixed (long* sizes = size)
        {
            return Made(
                Aten.EmptyMemoryFormat.Call(Arg.Ints(sizes, size.Length), dtype, Arg.None, InitializeDevice(device)),
                requires_grad,
                names);
        }
    }
}
