namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions of one number.</summary>
    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        NewFrom<byte>([scalar], [], ScalarType.Byte, null, device, requires_grad, null);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<byte> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<byte>(ToSpan(rawArray), dimensions, ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        byte[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<byte>(rawArray, [rawArray.Length], ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        byte[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<byte>(rawArray, dimensions, ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<byte> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<byte>(ToSpan(rawArray), [rawArray.Count], ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<byte> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<byte>(ToSpan(rawArray), [rows, columns], ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<byte> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<byte>(ToSpan(rawArray), [dim0, dim1, dim2], ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<byte> rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<byte>(ToSpan(rawArray), [dim0, dim1, dim2, dim3], ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        byte[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<byte>(Flat<byte>(rawArray), ShapeOf(rawArray), ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        byte[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<byte>(Flat<byte>(rawArray), ShapeOf(rawArray), ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        byte[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<byte>(Flat<byte>(rawArray), ShapeOf(rawArray), ScalarType.Byte, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        Memory<byte> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<byte>(rawArray.Span, dimensions, ScalarType.Byte, dtype, device, requires_grad, names);
}
