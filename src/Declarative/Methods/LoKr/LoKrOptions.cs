namespace Declarative;

/// <summary>The settings of a <see cref="LoKrAttribute"/>.</summary>
public sealed record LoKrOptions : DeltaOptions
{
    /// <inheritdoc/>
    public override string Method => "LoKr";

    /// <inheritdoc cref="LoKrAttribute.DecomposeBoth"/>
    public bool DecomposeBoth { get; init; }

    /// <inheritdoc cref="LoKrAttribute.DecomposeFactor"/>
    public int DecomposeFactor { get; init; } = -1;

    /// <inheritdoc/>
    public override Adapter CreateAdapter(nn.Module<Tensor, Tensor> layer) => layer switch
    {
        Linear => new LoKrLinear(layer, this),
        Conv1d => new LoKrConv1d(layer, this),
        Conv2d => new LoKrConv2d(layer, this),
        _ => new LoKrLinearLike(layer, this),
    };

    internal override PeftMethod Peft => LoKrPeft.Instance;
}
