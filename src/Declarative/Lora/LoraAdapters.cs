namespace Declarative;

/// <summary>The LoRA adapter that fits a layer, by its type at run time.</summary>
public static class LoraAdapters
{
    private const string Supported =
        "LoRA adapts Linear, Embedding, Conv1d, Conv2d and any Module<Tensor, Tensor> with a 2-D parameter or buffer named 'weight'";

    /// <summary>Makes the adapter of a member whose static type says too little.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">LoRA cannot adapt a layer of this type.</exception>
    public static LoraAdapter Create(nn.Module<Tensor, Tensor> layer, LoraOptions options) => layer switch
    {
        Linear => new LoraLinear(layer, options),
        Embedding => new LoraEmbedding(layer, options),
        Conv1d => new LoraConv1d(layer, options),
        Conv2d => new LoraConv2d(layer, options),
        Convolution => throw Unsupported(layer),
        _ => new LoraLinearLike(layer, options),
    };

    internal static T Require<T>(nn.Module<Tensor, Tensor> layer)
        where T : nn.Module<Tensor, Tensor> =>
        layer as T ?? throw new AdapterException($"A {typeof(T).Name} was expected here, but the layer is a {layer.GetType().Name}.");

    internal static AdapterException Unsupported(nn.Module layer) =>
        new($"LoRA cannot adapt a {layer.GetType().Name}. {Supported}. Leave the layer out with Exclude.");
}
