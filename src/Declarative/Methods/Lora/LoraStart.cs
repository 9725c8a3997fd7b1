namespace Declarative;

/// <summary>The starts of <see cref="LoraInit"/>. Called without gradients.</summary>
internal static class LoraStart
{
    private static readonly double KaimingSlope = Math.Sqrt(5);

    /// <summary>Starts the factors A [r, in] and B [out, r] of a weight [out, in].</summary>
    public static void Linear(LoraInit init, BaseTensor weight, Tensor a, Tensor b, double scaling)
    {
        switch (init)
        {
            case LoraInit.PiSSA:
                Pissa(weight, a, b, scaling);
                break;
            case LoraInit.Orthogonal:
                Orthogonal(a, b);
                break;
            default:
                Random(init, a, b);
                break;
        }
    }

    /// <summary>Random A and zero B.</summary>
    public static void Random(LoraInit init, Tensor a, Tensor b)
    {
        switch (init)
        {
            case LoraInit.KaimingUniform:
                nn.init.kaiming_uniform_(a, KaimingSlope);
                break;
            case LoraInit.Gaussian:
                nn.init.normal_(a, 0, 1.0 / a.size(0));
                break;
            default:
                throw new AdapterException(
                    $"{init} is a start for linear layers only; use KaimingUniform or Gaussian here, or exclude this layer.");
        }
        nn.init.zeros_(b);
    }

    /// <summary>Zero A and normal B, the start of an embedding.</summary>
    public static void Embedding(Tensor a, Tensor b)
    {
        nn.init.zeros_(a);
        nn.init.normal_(b);
    }

    // With W = U·S·Vᵀ: A = √(S_r / s)·V_rᵀ, B = U_r·√(S_r / s), and the weight keeps W − s·B·A.
    private static void Pissa(BaseTensor weight, Tensor a, Tensor b, double scaling)
    {
        if (!(scaling > 0))
            throw new AdapterException($"PiSSA needs a positive scaling; got {scaling}. Set Alpha above 0.");
        using var scope = NewDisposeScope();
        var rank = a.size(0);
        var original = weight.Current.detach().to_type(Precision(a));
        var (u, s, vh) = linalg.svd(original, fullMatrices: false);
        if (s.size(0) < rank)
            throw new AdapterException(
                $"PiSSA cannot have rank {rank} on a weight of shape [{string.Join(", ", original.shape)}]; at most {s.size(0)}.");
        var root = s.narrow(0, 0, rank).div(scaling).sqrt();
        var start = (A: root.unsqueeze(1) * vh.narrow(0, 0, rank), B: u.narrow(1, 0, rank) * root.unsqueeze(0));
        a.copy_(start.A);
        b.copy_(start.B);
        weight.Replace(original - LoraMath.Product(start.B, start.A, scaling));
    }

    // Alternate rows of an orthogonal matrix span orthogonal spaces, so B·A = 0.
    private static void Orthogonal(Tensor a, Tensor b)
    {
        var rank = a.size(0);
        if (rank % 2 != 0)
            throw new AdapterException($"The orthogonal start needs an even rank; got {rank}.");
        using var scope = NewDisposeScope();
        var precision = Precision(a);
        var (q, _) = linalg.qr(randn(rank, rank, dtype: precision));
        var half = rank / 2;
        var pairs = q.reshape(half, 2, rank);
        var (odd, even) = (pairs.select(1, 0), pairs.select(1, 1));
        a.copy_(randn(a.size(1), half, dtype: precision).mm(odd).t() / 10.0);
        b.copy_(randn(b.size(0), half, dtype: precision).mm(even) / 10.0);
    }

    // Decompositions want single precision at least, and a double-precision layer must not lose its own.
    private static ScalarType Precision(Tensor factor) =>
        factor.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;
}
