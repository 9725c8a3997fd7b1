using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The hyperbolic tangent.</summary>
public sealed class Tanh : ParameterLessModule<Tensor, Tensor>
{
    internal Tanh(bool inplace) : base(nameof(Tanh))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to each element.</summary>
    /// <param name="tensor">The input.</param>
    public override Tensor forward(Tensor tensor) => nn.functional.tanh(tensor, inplace);

    /// <inheritdoc/>
    public override string GetName() => nameof(Tanh);
}
