namespace Declarative;

/// <summary>
/// Low-rank Hadamard product: <c>ΔW = s·(A₁·B₁) ∘ (A₂·B₂)</c>, entry by entry, with A [out, r] and B [r, in], which can have a
/// rank up to r². (Hyeon-Woo et al., "FedPara", 2022; LyCORIS.)
/// </summary>
public sealed class LoHaAttribute : DeltaAttribute;
