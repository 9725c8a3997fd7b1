namespace Declarative;

/// <summary>
/// Before each step, with A fixed, the gradient of B becomes <c>g·(A·Aᵀ)⁻¹ / s²</c>. As g = s·G·Aᵀ for the gradient G of the weight,
/// the change s·B·A of the weight then follows G·Aᵀ·(A·Aᵀ)⁻¹·A, the part of G in the rows of A.
/// </summary>
internal sealed class GradientProjection(IReadOnlyList<LoraAdapter> adapters) : MethodSession
{
    // PEFT's; keeps the inverse finite where rows of A depend on each other.
    private const double Ridge = 1e-8;

    public override void BeforeStep()
    {
        foreach (var adapter in adapters)
            Project(adapter);
    }

    // A grouped convolution has an A and a B for each group.
    private static void Project(LoraAdapter adapter)
    {
        using var scope = NewDisposeScope();
        var (a, b) = adapter.FactorPair();
        if (b.grad is not { } gradient)
            return;
        var rank = a.size(0);
        var perGroup = gradient.size(1);
        var rows = a.detach().flatten(1).to_type(ScalarType.Float64).view(rank / perGroup, perGroup, -1);
        var gram = rows.matmul(rows.transpose(1, 2)) + (Ridge * eye(perGroup, dtype: ScalarType.Float64, device: rows.device));
        var inverse = linalg.inv(gram).div_(adapter.Scaling * adapter.Scaling);
        var grouped = gradient.to_type(ScalarType.Float64).reshape(rank / perGroup, -1, perGroup);
        gradient.copy_(grouped.matmul(inverse).reshape(gradient.shape));
    }
}
