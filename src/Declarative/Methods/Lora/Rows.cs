namespace Declarative;

/// <summary>
/// Tensors of any number of dimensions as the rows of a matrix. An in-place operation on a view would make the backward
/// pass copy, so a layer computes on rows and its result gets its shape back at the end only.
/// </summary>
internal static class Rows
{
    /// <summary><paramref name="input"/>, […, n], as [M, n].</summary>
    public static Tensor Of(Tensor input) => input.reshape(-1, input.size(-1));

    /// <summary>What <paramref name="forward"/>, from [M, n] to a new [M, k], makes of <paramref name="input"/>, […, n]: […, k].</summary>
    public static Tensor Map(Tensor input, Func<Tensor, Tensor> forward)
    {
        if (input.dim() == 2)
            return forward(input);

        using var rows = Of(input);
        using var result = forward(rows);
        return Restore(result, input);
    }

    /// <summary><paramref name="rows"/>, [M, k], in the shape that <paramref name="input"/>, […, n], has but for its last size.</summary>
    public static Tensor Restore(Tensor rows, Tensor input)
    {
        var shape = input.shape;
        shape[^1] = rows.size(1);
        return rows.view(shape);
    }
}
