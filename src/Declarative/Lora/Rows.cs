namespace Declarative;

/// <summary>Inputs of any number of dimensions, as the rows of a matrix.</summary>
internal static class Rows
{
    /// <summary>
    /// Runs <paramref name="map"/> on <paramref name="input"/> as [M, in]. Two dimensions are passed as they are; an in-place
    /// operation on a view would make the backward pass copy, so the result is given its shape back at the end only.
    /// </summary>
    public static Tensor Map(Tensor input, Func<Tensor, Tensor> map)
    {
        if (input.dim() == 2)
            return map(input);

        var shape = input.shape;
        using var rows = input.reshape(-1, shape[^1]);
        using var result = map(rows);
        shape[^1] = result.size(1);
        return result.view(shape);
    }
}
