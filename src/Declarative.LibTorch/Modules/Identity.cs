using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gives back its input, as a new tensor object.</summary>
public sealed class Identity : ParameterLessModule<Tensor, Tensor>
{
    internal Identity() : base(nameof(Identity))
    {
    }

    /// <summary>Gives back the input.</summary>
    /// <param name="tensor">The input.</param>
    public override Tensor forward(Tensor tensor) => tensor.alias();
}
