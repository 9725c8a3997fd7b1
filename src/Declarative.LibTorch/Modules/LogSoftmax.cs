using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The logarithm of normalised exponentials over a dimension.</summary>
public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
{
    internal LogSoftmax(long dim) : base(nameof(LogSoftmax))
    {
        this.dim = dim;
    }

    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    /// <summary>Applies the function over the dimension.</summary>
    /// <param name="tensor">The input.</param>
    public override Tensor forward(Tensor tensor) => nn.functional.log_softmax(tensor, dim);
}
