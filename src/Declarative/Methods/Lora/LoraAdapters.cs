namespace Declarative;

/// <summary>Which layers LoRA and the methods built on it adapt.</summary>
internal static class LoraAdapters
{
    private const string Supported =
        "LoRA adapts Linear, Embedding, Conv1d, Conv2d and any Module<Tensor, Tensor> with a 2-D parameter or buffer named 'weight'";

    public static T Require<T>(nn.Module<Tensor, Tensor> layer)
        where T : nn.Module<Tensor, Tensor> =>
        layer as T ?? throw new AdapterException($"A {typeof(T).Name} was expected here, but the layer is a {layer.GetType().Name}.");

    public static AdapterException Unsupported(nn.Module layer) =>
        new($"LoRA cannot adapt a {layer.GetType().Name}. {Supported}. Leave the layer out with Exclude.");
}
