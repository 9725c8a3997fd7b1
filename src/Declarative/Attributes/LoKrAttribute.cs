namespace Declarative;

/// <summary>
/// Low-rank Kronecker product: <c>ΔW = s·(w₁ ⊗ w₂)</c> with a small w₁ and a w₂ that is a product of rank r where that takes
/// fewer numbers. (Yeh et al., "Navigating Text-To-Image Customization: From LyCORIS Fine-Tuning to Model Evaluation", 2023.)
/// </summary>
public sealed class LoKrAttribute : DeltaAttribute
{
    /// <summary>Whether w₁ is a product of rank r too, where that takes fewer numbers. Default: no.</summary>
    public bool DecomposeBoth { get; set; }

    /// <summary>
    /// The sides of w₁: where the number divides a side of the weight, that number, else the nearest smaller one that does;
    /// -1, the default, for factors with sides as equal as can be.
    /// </summary>
    public int DecomposeFactor { get; set; } = -1;
}
