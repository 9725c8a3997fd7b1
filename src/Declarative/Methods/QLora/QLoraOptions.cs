namespace Declarative;

/// <summary>The settings of a <see cref="QLoraAttribute"/>.</summary>
public sealed record QLoraOptions : LoraOptions
{
    /// <inheritdoc/>
    public override string Method => "QLora";

    /// <inheritdoc cref="QLoraAttribute.Type"/>
    public QuantizationType Type { get; init; }

    /// <inheritdoc cref="QLoraAttribute.BlockSize"/>
    public int BlockSize { get; init; } = 64;

    /// <inheritdoc cref="QLoraAttribute.DoubleQuantization"/>
    public bool DoubleQuantization { get; init; } = true;

    /// <inheritdoc/>
    public override Adapter CreateAdapter(nn.Module<Tensor, Tensor> layer) => layer is Linear
        ? new QLoraLinear(layer, this)
        : throw new AdapterException(
            $"QLoRA stores the weight of a Linear, and this is a {layer.GetType().Name}. Give the layer a [Lora], or leave it out with Exclude.");
}
