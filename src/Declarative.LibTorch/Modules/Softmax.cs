using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalised exponentials over a dimension.</summary>
public sealed class Softmax : ParameterLessModule<Tensor, Tensor>
{
    internal Softmax(long dim) : base(nameof(Softmax))
    {
        this.dim = dim;
    }

    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    /// <summary>Makes the dimension sum to one.</summary>
    /// <param name="tensor">The input.</param>
    public override Tensor forward(Tensor tensor) => nn.functional.softmax(tensor, dim);
}
