using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The number of elements.</summary>
    public static long numel(Tensor input) => input.numel();

    /// <summary>Whether equal, element by element.</summary>
    public static Tensor equal(Tensor tensor, Tensor target) => tensor.equal(target);

    /// <summary>Elements of <paramref name="x"/> where the condition is true, of <paramref name="y"/> elsewhere.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);

    /// <summary>The rows and columns of a matrix's lower triangle.</summary>
    public static Tensor tril_indices(
        long row,
        long col,
        long offset = 0,
        ScalarType dtype = ScalarType.Int64,
        Device? device = null) =>
        Aten.TrilIndices.Call(row, col, offset, dtype, Arg.None, InitializeDevice(device));

    /// <summary>The rows and columns of a matrix's upper triangle.</summary>
    public static Tensor triu_indices(
        long row,
        long col,
        long offset = 0,
        ScalarType dtype = ScalarType.Int64,
        Device? device = null) =>
        Aten.TriuIndices.Call(row, col, offset, dtype, Arg.None, InitializeDevice(device));

    /// <summary>Grids of the coordinates in vectors, one for each vector.</summary>
    /// <param name="tensors">Vectors.</param>
    /// <param name="indexing">"ij", or "xy" for the first two dimensions exchanged.</param>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Aten.MeshgridIndexing.CallList(Arg.List([.. tensors]), indexing);
}
