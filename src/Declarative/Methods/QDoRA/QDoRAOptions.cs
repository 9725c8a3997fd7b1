namespace Declarative;

/// <summary>The settings of a <see cref="QDoRAAttribute"/>.</summary>
public sealed record QDoRAOptions : QLoraOptions
{
    /// <inheritdoc/>
    public override string Method => "QDoRA";

    internal override bool Decomposes => true;

    private protected override Adapter CreateLinear(nn.Module<Tensor, Tensor> layer) => new QDoRALinear(layer, this);
}
