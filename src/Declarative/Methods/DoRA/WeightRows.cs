namespace Declarative;

/// <summary>A frozen weight as a matrix, [out, in], whose rows are read a block at a time.</summary>
internal abstract class WeightRows
{
    /// <summary>A tensor on the weight's device and in its type.</summary>
    public abstract Tensor Layout { get; }

    /// <summary>What <paramref name="compute"/> gives for the rows, joined along them. Called without gradients, in a scope.</summary>
    /// <param name="precision">The type in which it gets them.</param>
    /// <param name="compute">From [n, in] to [n, …].</param>
    public abstract Tensor Map(ScalarType precision, Func<Tensor, Tensor> compute);

    /// <summary>Joins what <paramref name="compute"/> gives for each block.</summary>
    /// <param name="blocks">Made one at a time, and disposed here.</param>
    /// <param name="compute">From [n, in] to [n, …].</param>
    protected static Tensor Join(IEnumerable<Tensor> blocks, Func<Tensor, Tensor> compute)
    {
        var results = new List<Tensor>();
        foreach (var block in blocks)
        {
            using var rows = block;
            results.Add(compute(rows));
        }
        return cat(results, 0);
    }
}
