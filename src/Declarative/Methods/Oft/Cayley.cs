namespace Declarative;

/// <summary>Orthogonal matrices from skew-symmetric ones.</summary>
internal static class Cayley
{
    /// <summary>(I − Q)·(I + Q)⁻¹, in single precision at least.</summary>
    /// <param name="q">Q, [n, b, b].</param>
    public static Tensor Exact(Tensor q)
    {
        using var scope = NewDisposeScope();
        var wide = q.dtype == ScalarType.Float64 ? q : q.to_type(ScalarType.Float32);
        var identity = eye(q.size(-1), dtype: wide.dtype, device: q.device);

        // Both are functions of Q and commute, so that the inverse may stand on the left.
        return linalg.solve(identity + wide, identity - wide).to_type(q.dtype).MoveToOuterDisposeScope();
    }

    /// <summary>I + 2Q + 2Q² + … + 2Qⁿ⁻¹ + Qⁿ by Horner's rule: near to (I + Q)·(I − Q)⁻¹, the transform of −Q.</summary>
    /// <param name="q">Q, [n, b, b].</param>
    /// <param name="power">n, the last power; 1 stands for I + 2Q.</param>
    public static Tensor Series(Tensor q, int power)
    {
        using var scope = NewDisposeScope();
        var identity = eye(q.size(-1), dtype: q.dtype, device: q.device);
        if (power == 1)
            return q.mul(2).add_(identity).MoveToOuterDisposeScope();
        var twice = identity * 2;
        var sum = q + twice;
        for (var i = 2; i < power; i++)
            sum = q.bmm(sum).add_(twice);
        return q.bmm(sum).add_(identity).MoveToOuterDisposeScope();
    }
}
