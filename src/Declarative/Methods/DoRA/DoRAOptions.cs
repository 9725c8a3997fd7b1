namespace Declarative;

/// <summary>The settings of a <see cref="DoRAAttribute"/>.</summary>
public sealed record DoRAOptions : LoraOptions
{
    /// <inheritdoc/>
    public override string Method => "DoRA";

    internal override bool Decomposes => true;

    /// <inheritdoc/>
    public override Adapter CreateAdapter(nn.Module<Tensor, Tensor> layer) => layer switch
    {
        Linear => new DoRALinear(layer, this),
        Embedding => new DoRAEmbedding(layer, this),
        Conv1d => new DoRAConv1d(layer, this),
        Conv2d => new DoRAConv2d(layer, this),
        Convolution => throw LoraAdapters.Unsupported(layer),
        _ => new DoRALinearLike(layer, this),
    };
}
