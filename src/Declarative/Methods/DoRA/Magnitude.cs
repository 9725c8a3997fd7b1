namespace Declarative;

/// <summary>
/// What makes a LoRA adapter a DoRA one: its layer's weight V = W + s·B·A, as a matrix with a row for each output, becomes
/// m·V / ‖V‖, and so each output that the row makes is multiplied by m / ‖V‖.
/// </summary>
/// <param name="adapter">The adapter.</param>
/// <param name="vector">Its magnitude m, of as many elements as there are outputs.</param>
/// <param name="direction">W, A and B.</param>
internal sealed class Magnitude(LoraAdapter adapter, Func<Parameter> vector, Func<Direction> direction) : LoraVariant
{
    private readonly DirectionNorm norm = new();

    /// <summary>The name of m in an adapter and in a checkpoint.</summary>
    public const string Name = "lora_magnitude_vector";

    /// <summary>A result of V with each output multiplied by its m / ‖V‖.</summary>
    /// <param name="result">V's result with the bias, disposed here.</param>
    /// <param name="bias">The layer's bias, [out], which no magnitude multiplies; <see langword="null"/> where it has none.</param>
    /// <param name="trailing">The dimensions of the result after that of the outputs.</param>
    public Tensor Rescale(Tensor result, Tensor? bias, int trailing = 0)
    {
        using var own = result;
        using var scope = NewDisposeScope();
        var (m, n) = (vector().reshape(-1), Lengths());
        var exact = own.dtype == n.dtype;

        // In half precision a factor near 1 has few digits and its distance from 1 has all: y + (g − 1)·y.
        var factor = (exact ? m.div(n) : m.to_type(n.dtype).sub(n).div(n)).to_type(own.dtype);
        var shift = bias is null ? null : exact ? bias - (factor * bias) : -(factor * bias);
        if (trailing > 0)
        {
            long[] shape = [factor.size(0), .. Enumerable.Repeat(1L, trailing)];
            (factor, shift) = (factor.view(shape), shift?.view(shape));
        }
        var scaled = shift is null ? own.mul(factor) : addcmul(shift, own, factor, 1);
        return (exact ? scaled : scaled.add_(own)).MoveToOuterDisposeScope();
    }

    public override IReadOnlyList<AdapterTensor> Tensors() => [new(Name, vector())];

    public override void Start(LowRankMatrices matrices)
    {
        norm.Forget();
        vector().copy_(Lengths().view_as(vector()));
    }

    public override Tensor Delta(LowRankMatrices matrices)
    {
        var (w, n) = (matrices.Weight.detach(), Lengths());
        var factor = vector().reshape(-1, 1).to_type(n.dtype).div(n.unsqueeze(1));
        var changed = LoraMath.Product(matrices.B.to_type(n.dtype), matrices.A.to_type(n.dtype), adapter.Scaling).add_(w);
        return changed.mul_(factor).sub_(w).to_type(w.dtype);
    }

    public override void Forget() => norm.Forget();

    public override void Dispose() => norm.Dispose();

    private Tensor Lengths() => norm.Of(direction(), adapter.Scaling);
}
