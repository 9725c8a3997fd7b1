namespace Declarative;

/// <summary>How far directions are from orthonormal: the mean over all A and B of ‖A·Aᵀ − I‖ and ‖Bᵀ·B − I‖.</summary>
internal static class Orthogonality
{
    /// <returns>A number with its gradient; <see langword="null"/> where no direction is left.</returns>
    public static Tensor? Loss(IReadOnlyList<AdaLoraAdapter> adapters, double weight)
    {
        var left = adapters.Where(static a => a.Directions > 0).ToList();
        if (left.Count == 0)
            return null;
        using var scope = NewDisposeScope();
        var device = left[0].lora_A.device;
        var distances = left.SelectMany(static a => new[] { Distance(a.lora_A), Distance(a.lora_B.t()) }).Select(d => d.to(device));
        return stack([.. distances]).mean().mul(weight).MoveToOuterDisposeScope();
    }

    // rows: [r, n].
    private static Tensor Distance(Tensor rows)
    {
        var products = rows.mm(rows.t());
        return linalg.vector_norm(products - eye(products.size(0), dtype: products.dtype, device: products.device));
    }
}
