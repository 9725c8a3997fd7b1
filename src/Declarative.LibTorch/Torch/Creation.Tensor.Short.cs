namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions of one number.</summary>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) =>
        NewFrom<short>([scalar], [], ScalarType.Int16, null, device, requires_grad, null);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<short> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<short>(ToSpan(rawArray), dimensions, ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        short[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<short>(rawArray, [rawArray.Length], ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        short[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<short>(rawArray, dimensions, ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<short> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<short>(ToSpan(rawArray), [rawArray.Count], ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<short> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<short>(ToSpan(rawArray), [rows, columns], ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<short> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<short>(ToSpan(rawArray), [dim0, dim1, dim2], ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<short> rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<short>(ToSpan(rawArray), [dim0, dim1, dim2, dim3], ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        short[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<short>(Flat<short>(rawArray), ShapeOf(rawArray), ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        short[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<short>(Flat<short>(rawArray), ShapeOf(rawArray), ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        short[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<short>(Flat<short>(rawArray), ShapeOf(rawArray), ScalarType.Int16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        Memory<short> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<short>(rawArray.Span, dimensions, ScalarType.Int16, dtype, device, requires_grad, names);
}
