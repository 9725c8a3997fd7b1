namespace Declarative;

/// <summary>
/// The directions in which many vectors are largest: the first right-singular vectors of the matrix that has them as rows, found
/// without holding that matrix. Exact while the vectors span no more than is kept; beyond, what is dropped each time is the smallest.
/// </summary>
/// <param name="rank">How many directions are wanted.</param>
internal sealed class InputDirections(int rank) : IDisposable
{
    private const int RowsAtOnce = 256;

    private readonly int kept = Math.Max(2 * rank, rank + 32);
    private Tensor? rows;

    /// <summary>How many vectors there were.</summary>
    public long Count { get; private set; }

    /// <summary>Takes vectors in.</summary>
    /// <param name="vectors">[…, in].</param>
    public void Add(Tensor vectors)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var type = vectors.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;
        var all = Rows.Of(vectors.detach()).to_type(type);
        var count = all.size(0);
        for (var start = 0L; start < count; start += RowsAtOnce)
            Append(all.narrow(0, start, Math.Min(RowsAtOnce, count - start)));
        Count += count;
    }

    /// <summary>The directions, [rank, in], of length 1 and at right angles; <see langword="null"/> where there were too few vectors.</summary>
    public Tensor? Find()
    {
        if (rows is null || Math.Min(rows.size(0), rows.size(1)) < rank)
            return null;
        using var scope = NewDisposeScope();
        var (_, _, directions) = linalg.svd(rows, fullMatrices: false);
        return directions.narrow(0, 0, rank).clone().MoveToOuterDisposeScope();
    }

    public void Dispose() => rows?.Dispose();

    // Rows with the same products as all so far: themselves while they are few, and then S·Vᵀ of their largest part.
    private void Append(Tensor more)
    {
        using var scope = NewDisposeScope();
        var joined = rows is null ? more.clone() : cat([rows, more], 0);
        if (joined.size(0) > kept + RowsAtOnce)
        {
            var (_, sizes, directions) = linalg.svd(joined, fullMatrices: false);
            var count = Math.Min(kept, sizes.size(0));
            joined = sizes.narrow(0, 0, count).unsqueeze(1) * directions.narrow(0, 0, count);
        }
        var previous = rows;
        rows = joined.DetachFromDisposeScope();
        previous?.Dispose();
    }
}
