namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions of one number.</summary>
    public static Tensor tensor(
        BFloat16 scalar,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        NewFrom<BFloat16>([scalar], [], ScalarType.BFloat16, dtype, device, requires_grad, null);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<BFloat16> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<BFloat16>(ToSpan(rawArray), dimensions, ScalarType.BFloat16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        BFloat16[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<BFloat16>(rawArray, [rawArray.Length], ScalarType.BFloat16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        BFloat16[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<BFloat16>(rawArray, dimensions, ScalarType.BFloat16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<BFloat16> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<BFloat16>(ToSpan(rawArray), [rawArray.Count], ScalarType.BFloat16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<BFloat16> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<BFloat16>(ToSpan(rawArray), [rows, columns], ScalarType.BFloat16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<BFloat16> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<BFloat16>(ToSpan(rawArray), [dim0, dim1, dim2], ScalarType.BFloat16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<BFloat16> rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<BFloat16>(ToSpan(rawArray), [dim0, dim1, dim2, dim3], ScalarType.BFloat16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        BFloat16[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<BFloat16>(Flat<BFloat16>(rawArray), ShapeOf(rawArray), ScalarType.BFloat16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        BFloat16[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<BFloat16>(Flat<BFloat16>(rawArray), ShapeOf(rawArray), ScalarType.BFloat16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        BFloat16[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<BFloat16>(Flat<BFloat16>(rawArray), ShapeOf(rawArray), ScalarType.BFloat16, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        Memory<BFloat16> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<BFloat16>(rawArray.Span, dimensions, ScalarType.BFloat16, dtype, device, requires_grad, names);
}
