namespace Declarative;

/// <summary>The starts of <see cref="LoraInit"/>. Called without gradients.</summary>
internal static class LoraStart
{
    /// <summary>The slope at which Kaiming's start is that of nn.Linear: uniform in ±1/√fan-in.</summary>
    public static readonly double KaimingSlope = Math.Sqrt(5);

    /// <summary>Whether the start takes s·B·A out of the layer's weight.</summary>
    public static bool ChangesWeight(LoraInit init) => init is LoraInit.PiSSA or LoraInit.OLoRA;

    /// <summary>Starts the factors A [r, in] and B [out, r] of a weight [out, in].</summary>
    public static void Linear(LoraInit init, BaseTensor weight, Tensor a, Tensor b, double scaling)
    {
        switch (init)
        {
            case LoraInit.PiSSA:
                TakeOut(weight, a, b, scaling, init, Principal);
                break;
            case LoraInit.OLoRA:
                TakeOut(weight, a, b, scaling, init, Orthonormal);
                break;
            case LoraInit.Orthogonal:
                Orthogonal(a, b);
                break;
            case LoraInit.Eva:
                Random(LoraInit.KaimingUniform, a, b);
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

    // The weight keeps W − s·B·A, of the factors as they are stored, so that nothing changes in half precision either.
    private static void TakeOut(BaseTensor weight, Tensor a, Tensor b, double scaling, LoraInit init, Func<Tensor, long, double, (Tensor A, Tensor B)> factors)
    {
        if (!(scaling > 0))
            throw new AdapterException($"{init} needs a positive scaling; got {scaling}. Set Alpha above 0.");
        using var scope = NewDisposeScope();
        var precision = Precision(a);
        var original = weight.Current.detach().to_type(precision);
        var (rank, largest) = (a.size(0), original.shape.Min());
        if (largest < rank)
            throw new AdapterException(
                $"{init} cannot have rank {rank} on a weight of shape [{string.Join(", ", original.shape)}]; at most {largest}.");
        var start = factors(original, rank, scaling);
        a.copy_(start.A);
        b.copy_(start.B);
        weight.Replace(original - LoraMath.Product(b.to_type(precision), a.to_type(precision), scaling));
    }

    // With W = U·S·Vᵀ: A = √(S_r / s)·V_rᵀ, B = U_r·√(S_r / s).
    private static (Tensor A, Tensor B) Principal(Tensor weight, long rank, double scaling)
    {
        var (u, s, vh) = linalg.svd(weight, fullMatrices: false);
        var root = s.narrow(0, 0, rank).div(scaling).sqrt();
        return (root.unsqueeze(1) * vh.narrow(0, 0, rank), u.narrow(1, 0, rank) * root.unsqueeze(0));
    }

    // With W = Q·R: A = R[:r], B = Q[:, :r]. PEFT does not divide them by s either.
    private static (Tensor A, Tensor B) Orthonormal(Tensor weight, long rank, double scaling)
    {
        var (q, r) = linalg.qr(weight);
        return (r.narrow(0, 0, rank), q.narrow(1, 0, rank));
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
