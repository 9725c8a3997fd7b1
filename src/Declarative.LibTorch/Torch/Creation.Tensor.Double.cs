namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions of one number.</summary>
    public static Tensor tensor(
        double scalar,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        NewFrom<double>([scalar], [], ScalarType.Float64, dtype, device, requires_grad, null);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<double> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<double>(ToSpan(rawArray), [rawArray.Count], ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        double[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<double>(rawArray, [rawArray.Length], ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        double[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<double>(rawArray, dimensions, ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<double> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<double>(ToSpan(rawArray), [rows, columns], ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<double> rawArray,
        long dim0,
        long dim1,
        long dim2,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<double>(ToSpan(rawArray), [dim0, dim1, dim2], ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        IList<double> rawArray,
        long dim0,
        long dim1,
        long dim2,
        long dim3,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<double>(ToSpan(rawArray), [dim0, dim1, dim2, dim3], ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        double[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<double>(Flat<double>(rawArray), ShapeOf(rawArray), ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        double[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<double>(Flat<double>(rawArray), ShapeOf(rawArray), ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        double[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<double>(Flat<double>(rawArray), ShapeOf(rawArray), ScalarType.Float64, dtype, device, requires_grad, names);

    /// <summary>Copies numbers to a new tensor.</summary>
    public static Tensor tensor(
        Memory<double> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null) =>
        NewFrom<double>(rawArray.Span, dimensions, ScalarType.Float64, dtype, device, requires_grad, names);
}
