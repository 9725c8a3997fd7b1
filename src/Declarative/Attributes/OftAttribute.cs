namespace Declarative;

/// <summary>
/// Orthogonal finetuning: a layer's input is rotated, <c>y = (x·R)·Wᵀ + b</c>, by a block-diagonal R of orthogonal blocks, each
/// of them the Cayley transform <c>(I − Q)·(I + Q)⁻¹</c> of a trained skew-symmetric Q. (Qiu et al., "Controlling
/// Text-to-Image Diffusion by Orthogonal Finetuning", 2023.)
/// </summary>
public sealed class OftAttribute : AdapterAttribute
{
    /// <summary>The side b of a block, at least 2; it divides the layer's inputs. Default: 32, where <see cref="Blocks"/> is not given.</summary>
    public int BlockSize { get; set; } = 32;

    /// <summary>The number of blocks instead of their side; it divides the layer's inputs. Default: 0, as many as <see cref="BlockSize"/> makes.</summary>
    public int Blocks { get; set; }

    /// <summary>Whether all blocks of a layer are the same one. Default: no.</summary>
    public bool BlockShare { get; set; }

    /// <summary>
    /// Whether R is a series in place of an inverse, <c>I + 2Q + 2Q² + …</c>, cut off after <see cref="NeumannTerms"/> terms:
    /// faster, and orthogonal only as far as Q is small. It is that of <c>(I + Q)·(I − Q)⁻¹</c>, the rotation the other way, as
    /// Hugging Face PEFT has it. Default: yes.
    /// </summary>
    public bool UseCayleyNeumann { get; set; } = true;

    /// <summary>The terms of the series, at least 2. Default: 5.</summary>
    public int NeumannTerms { get; set; } = 5;
}
