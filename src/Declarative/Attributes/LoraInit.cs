namespace Declarative;

/// <summary>How the factors of a <see cref="LowRankAttribute"/> start.</summary>
public enum LoraInit
{
    /// <summary>A Kaiming-uniform (a = √5) and B zero: the model starts unchanged. On an embedding A is zero and B normal.</summary>
    KaimingUniform,

    /// <summary>A normal with standard deviation 1 / rank, and B zero.</summary>
    Gaussian,

    /// <summary>
    /// A and B from the largest singular values of the weight, which keeps the rest (computed in float32, for double precision in float64). The original
    /// weight is kept beside, for <see cref="AdapterSet.Disable"/> and <see cref="AdapterSet.Dispose"/>. Linear layers only;
    /// an embedding starts as with <see cref="KaimingUniform"/>. (Meng et al., "PiSSA", 2024.)
    /// </summary>
    PiSSA,

    /// <summary>
    /// A and B random with orthogonal row spaces, so that B·A is zero though neither is; the rank must be even. Linear
    /// layers only; an embedding starts as with <see cref="KaimingUniform"/>.
    /// </summary>
    Orthogonal,

    /// <summary>
    /// A and B from the QR decomposition of the weight, which keeps the rest: W = Q·R, B = Q[:, :r], A = R[:r]. Cheaper to compute than
    /// <see cref="PiSSA"/>, of which the rest holds. (Büyükakyüz, "OLoRA: Orthonormal Low-Rank Adaptation of Large Language Models", 2024.)
    /// </summary>
    OLoRA,

    /// <summary>
    /// A from data: the directions in which the layer's inputs are largest, with B zero, so that the model starts unchanged. Starts as
    /// <see cref="KaimingUniform"/>, and training waits for <see cref="EvaStart.Apply(AdapterSet, Action)"/>. Linear layers only; an embedding
    /// starts as with <see cref="KaimingUniform"/>. (Paischer et al., "One Initialization to Rule them All: Fine-tuning via Explained
    /// Variance Adaptation", 2024.)
    /// </summary>
    Eva,
}
