using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x · Φ(x), with Φ the standard normal distribution function.</summary>
public sealed class GELU : ParameterLessModule<Tensor, Tensor>
{
    internal GELU(bool inplace, GELU.Approximate approximate = GELU.Approximate.none) : base(nameof(GELU))
    {
        this.inplace = inplace;
        this.approximate = approximate;
    }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>How Φ is computed.</summary>
    public Approximate approximate { get; set; }

    /// <summary>Applies the function to each element.</summary>
    /// <param name="tensor">The input.</param>
    public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);

    /// <summary>How the distribution function is computed.</summary>
    public enum Approximate
    {
        /// <summary>Exactly.</summary>
        none,

        /// <summary>Through the hyperbolic tangent.</summary>
        tanh,
    }
}
