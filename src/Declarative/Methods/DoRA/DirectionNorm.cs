namespace Declarative;

/// <summary>
/// The length of each row of V = W + s·B·A, without V: ‖V‖² = ‖W‖² + 2s·rowsum(B ∘ U) + s²·rowsum(B·Γ ∘ B), where U = W·Aᵀ
/// is [out, r] and Γ = A·Aᵀ is [r, r]. Kept until A or B change.
/// </summary>
/// <remarks>
/// On the CPU a copy of the factors tells whether they changed, whoever changed them. Elsewhere comparing would wait for the
/// device, so the lengths are computed anew at each call that records gradients, and are kept between the others until
/// <see cref="Forget"/>.
/// </remarks>
internal sealed class DirectionNorm : IDisposable
{
    // A row of zeros has the magnitude zero too, and zero by this is zero.
    private const double Smallest = 1e-30;

    private Tensor? squares;
    private Tensor? lengths;
    private Tensor? ofA;
    private Tensor? ofB;

    /// <summary>The lengths, [out], in single precision at least.</summary>
    /// <param name="direction">W, A and B.</param>
    /// <param name="scaling">s.</param>
    public Tensor Of(Direction direction, double scaling)
    {
        var (weight, a, b) = direction;
        if (lengths is not null && IsCurrent(weight.Layout, a, b))
            return lengths;

        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        if (squares is not null && !IsOn(weight.Layout, squares))
            Drop(ref squares);
        squares ??= Squares(weight).DetachFromDisposeScope();
        var computed = Lengths(weight, a.detach(), b.detach(), scaling, squares).DetachFromDisposeScope();
        Drop(ref lengths);
        lengths = computed;
        Keep(ref ofA, a);
        Keep(ref ofB, b);
        return lengths;
    }

    /// <summary>Computes anew at the next call: the weight, or on a device the factors, may have changed.</summary>
    public void Forget()
    {
        Drop(ref squares);
        Drop(ref lengths);
    }

    public void Dispose()
    {
        Forget();
        Drop(ref ofA);
        Drop(ref ofB);
    }

    private static ScalarType Precision(WeightRows weight) =>
        weight.Layout.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;

    private bool IsCurrent(Tensor weight, Tensor a, Tensor b)
    {
        if (!IsOn(weight, lengths!))
            return false;
        return weight.device_type == DeviceType.CPU
            ? ofA is not null && ofB is not null && IsOn(a, ofA) && a.dtype == ofA.dtype && ofA.Equals(a) && ofB.Equals(b)
            : !is_grad_enabled();
    }

    private static bool IsOn(Tensor tensor, Tensor other) =>
        tensor.device_type == other.device_type && tensor.device_index == other.device_index;

    private static Tensor Squares(WeightRows weight) =>
        weight.Map(Precision(weight), static rows => linalg.vector_norm(rows, 2, [1])).square();

    private static Tensor Lengths(WeightRows weight, Tensor a, Tensor b, double scaling, Tensor squares)
    {
        var precision = Precision(weight);
        (a, b) = (a.to_type(precision), b.to_type(precision));
        var transposed = a.t();
        var products = weight.Map(precision, rows => rows.mm(transposed));
        var change = products.mul_(2 * scaling).add_(b.mm(a.mm(transposed)), scaling * scaling).mul_(b);
        return change.sum(1).add_(squares).clamp_min_(Smallest).sqrt_();
    }

    private static void Keep(ref Tensor? kept, Tensor values)
    {
        if (values.device_type != DeviceType.CPU)
        {
            Drop(ref kept);
            return;
        }
        if (kept is not null && IsOn(kept, values) && kept.dtype == values.dtype)
        {
            kept.copy_(values);
            return;
        }
        Drop(ref kept);
        kept = values.detach().clone().DetachFromDisposeScope();
    }

    private static void Drop(ref Tensor? tensor)
    {
        tensor?.Dispose();
        tensor = null;
    }
}
