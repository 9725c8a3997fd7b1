#nullable disable

using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer keeps for one parameter.</summary>
public abstract class OptimizerState
{
    /// <summary>The parameter.</summary>
    protected Parameter _parameter;

    /// <summary>Creates a state that is not initialised yet.</summary>
    /// <param name="parameter">The parameter.</param>
    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Sets the state to that before the first step.</summary>
    /// <param name="options">The group's options.</param>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Writes the state.</summary>
    /// <param name="writer">Where to write.</param>
    public abstract void SaveStateDict(BinaryWriter writer);

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    /// <param name="reader">Where to read.</param>
    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Copies another state.</summary>
    /// <param name="source">The state.</param>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Whether another state is the same up to rounding.</summary>
    /// <param name="other">The state.</param>
    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    /// <summary>Moves the state to a device.</summary>
    /// <param name="device">The device.</param>
    public virtual void to(Device device)
    {
    }

    /// <summary>Reads a tensor that may be absent.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="result">The tensor to read into or to replace; null when absent.</param>
    /// <param name="device">Where the tensor is to be.</param>
    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor result, Device device)
    {
        if (reader.ReadBoolean())
        {
            TensorExtensionMethods.Load(ref result, reader);
            result = result.to(device, disposeAfter: true);
            result.DetachFromDisposeScope();
            return;
        }

        result?.Dispose();
        result = null;
    }

    /// <summary>Writes a tensor that may be absent.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="tensor">The tensor, or null.</param>
    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }
}
