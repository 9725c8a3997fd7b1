namespace Declarative;

/// <summary>A weight that is there as a tensor.</summary>
/// <param name="weight">[out, in].</param>
internal sealed class DenseRows(Tensor weight) : WeightRows
{
    // Bounds what a weight in half precision costs while its single-precision copy is made.
    private const long RowsAtOnce = 1024;

    public override Tensor Layout => weight;

    public override Tensor Map(ScalarType precision, Func<Tensor, Tensor> compute)
    {
        var detached = weight.detach();
        return detached.dtype == precision ? compute(detached) : Join(Blocks(detached, precision), compute);
    }

    private static IEnumerable<Tensor> Blocks(Tensor weight, ScalarType precision)
    {
        var rows = weight.size(0);
        for (var start = 0L; start < rows; start += RowsAtOnce)
            yield return weight.narrow(0, start, Math.Min(RowsAtOnce, rows - start)).to_type(precision);
    }
}
