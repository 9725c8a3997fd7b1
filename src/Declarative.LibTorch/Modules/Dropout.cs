using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Zeroes elements at random in training mode and scales the others up.</summary>
public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout(double p, bool inplace) : base(nameof(Dropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability of an element to be zeroed.</summary>
    public double p { get; set; }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies dropout in training mode.</summary>
    /// <param name="tensor">The input.</param>
    public override Tensor forward(Tensor tensor) => nn.functional.dropout(tensor, p, training, inplace);
}
