namespace Declarative;

/// <summary>A weight that is there as codes; at no time is there more of it than a block.</summary>
/// <param name="quantized">The weight.</param>
internal sealed class QuantizedRows(QuantizedBase quantized) : WeightRows
{
    public override Tensor Layout => quantized.Current;

    public override Tensor Map(ScalarType precision, Func<Tensor, Tensor> compute) => Join(Blocks(precision), compute);

    private IEnumerable<Tensor> Blocks(ScalarType precision)
    {
        var matrix = quantized.Matrix;
        foreach (var (start, count) in matrix.Blocks)
            yield return matrix.Unpack(start, count, precision);
    }
}
