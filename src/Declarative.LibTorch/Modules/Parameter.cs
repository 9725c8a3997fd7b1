using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns: a leaf that takes part in gradients.</summary>
public class Parameter : Tensor
{
    /// <summary>Takes a tensor's place: its storage moves here and <paramref name="data"/> is empty afterwards.</summary>
    /// <param name="data">The tensor, a leaf. The dispose scope that owned it owns the parameter now.</param>
    /// <param name="requires_grad">Whether gradients are computed for it.</param>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(data.with_requires_grad(requires_grad).MoveHandle(), false)
    {
        DisposeScope.Replace(data, this);
    }

    private Parameter(IntPtr handle) : base(handle)
    {
    }

    /// <summary>Another object for the same tensor, with a life of its own.</summary>
    internal static Parameter Sharing(Tensor tensor) => new(NativeMethods.dt_share(tensor.Handle));
}
