using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>1 / (1 + exp(-x)).</summary>
public sealed class Sigmoid : ParameterLessModule<Tensor, Tensor>
{
    internal Sigmoid(bool inplace) : base(nameof(Sigmoid))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to each element.</summary>
    /// <param name="tensor">The input.</param>
    public override Tensor forward(Tensor tensor) => nn.functional.sigmoid(tensor, inplace);
}
