namespace Declarative;

/// <summary>The settings of a <see cref="QLoraAttribute"/>, and of a <see cref="QDoRAAttribute"/>.</summary>
public record QLoraOptions : LoraOptions
{
    /// <inheritdoc/>
    public override string Method => "QLora";

    /// <inheritdoc cref="QuantizedAttribute.Type"/>
    public QuantizationType Type { get; init; }

    /// <inheritdoc cref="QuantizedAttribute.BlockSize"/>
    public int BlockSize { get; init; } = 64;

    /// <inheritdoc cref="QuantizedAttribute.DoubleQuantization"/>
    public bool DoubleQuantization { get; init; } = true;

    /// <inheritdoc/>
    public override Adapter CreateAdapter(nn.Module<Tensor, Tensor> layer) =>
        layer is Linear ? CreateLinear(layer) : throw new AdapterException(
            $"{Method} stores the weight of a Linear quantised, and this is a {layer.GetType().Name}. Give the layer a [Lora], or leave it out "
            + "with Exclude.");

    private protected virtual Adapter CreateLinear(nn.Module<Tensor, Tensor> layer) => new QLoraLinear(layer, this);
}
