namespace Declarative;

/// <summary>The settings of a <see cref="LoHaAttribute"/>.</summary>
public sealed record LoHaOptions : DeltaOptions
{
    /// <inheritdoc/>
    public override string Method => "LoHa";

    /// <inheritdoc/>
    public override Adapter CreateAdapter(nn.Module<Tensor, Tensor> layer) => layer switch
    {
        Linear => new LoHaLinear(layer, this),
        Conv1d => new LoHaConv1d(layer, this),
        Conv2d => new LoHaConv2d(layer, this),
        _ => new LoHaLinearLike(layer, this),
    };

    internal override PeftMethod Peft => LoHaPeft.Instance;
}
