namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions of one number.</summary>
    public static Tensor tensor(
        long scalar,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        NewFrom<long>([scalar], [], ScalarType.Int64, dtype, device, requires_grad, null);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<long>(ToSpan(rawArray), dimensions, ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        long[] dataArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<long>(dataArray, [dataArray.Length], ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        long[] dataArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<long>(dataArray, dimensions, ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<long>(ToSpan(rawArray), [rawArray.Count], ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<long>(ToSpan(rawArray), [rows, columns], ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<long>(ToSpan(rawArray), [dim0, dim1, dim2], ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<long>(ToSpan(rawArray), [dim0, dim1, dim2, dim3], ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        long[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<long>(Flat<long>(rawArray), ShapeOf(rawArray), ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        long[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<long>(Flat<long>(rawArray), ShapeOf(rawArray), ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        long[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<long>(Flat<long>(rawArray), ShapeOf(rawArray), ScalarType.Int64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        Memory<long> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<long>(rawArray.Span, dimensions, ScalarType.Int64, dtype, device, requires_grad, names);
}
