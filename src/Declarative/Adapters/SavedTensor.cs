namespace Declarative;

/// <summary>One tensor of an adapter as a checkpoint has it, which may be less than the adapter has, or not a tensor of it at all.</summary>
/// <param name="Suffix">What follows the layer's path: <c>lora_A.weight</c>.</param>
/// <param name="Shape">Its shape there.</param>
/// <param name="Read">The values to write; a tensor of the adapter, or a new one.</param>
/// <param name="Write">Takes over the values that were read; called without gradients.</param>
internal sealed record SavedTensor(string Suffix, long[] Shape, Func<Tensor> Read, Action<Tensor> Write)
{
    /// <summary>All of a tensor.</summary>
    public static SavedTensor Of(AdapterTensor tensor) => Of(tensor.Suffix, tensor.Parameter);

    /// <inheritdoc cref="Of(AdapterTensor)"/>
    public static SavedTensor Of(string suffix, Tensor tensor) =>
        new(suffix, tensor.shape, () => tensor, values => tensor.copy_(values));
}
