namespace Declarative;

/// <summary>The settings of an <see cref="OftAttribute"/>.</summary>
public sealed record OftOptions : AdapterOptions
{
    /// <inheritdoc/>
    public override string Method => "Oft";

    /// <inheritdoc cref="OftAttribute.BlockSize"/>
    public int BlockSize { get; init; } = 32;

    /// <inheritdoc cref="OftAttribute.Blocks"/>
    public int Blocks { get; init; }

    /// <inheritdoc cref="OftAttribute.BlockShare"/>
    public bool BlockShare { get; init; }

    /// <inheritdoc cref="OftAttribute.UseCayleyNeumann"/>
    public bool UseCayleyNeumann { get; init; } = true;

    /// <inheritdoc cref="OftAttribute.NeumannTerms"/>
    public int NeumannTerms { get; init; } = 5;

    /// <inheritdoc/>
    public override Adapter CreateAdapter(nn.Module<Tensor, Tensor> layer) =>
        layer is Linear ? new OftLinear(layer, this) : new OftLinearLike(layer, this);

    internal override PeftMethod Peft => OftPeft.Instance;
}
