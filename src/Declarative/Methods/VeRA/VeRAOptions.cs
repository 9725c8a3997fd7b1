namespace Declarative;

/// <summary>The settings of a <see cref="VeRAAttribute"/>.</summary>
public sealed record VeRAOptions : AdapterOptions
{
    /// <inheritdoc/>
    public override string Method => "VeRA";

    /// <inheritdoc cref="VeRAAttribute.Rank"/>
    public int Rank { get; init; } = 256;

    /// <inheritdoc cref="VeRAAttribute.SharedSeed"/>
    public long SharedSeed { get; init; }

    /// <inheritdoc cref="VeRAAttribute.DInitial"/>
    public double DInitial { get; init; } = 0.1;

    /// <inheritdoc cref="VeRAAttribute.Dropout"/>
    public double Dropout { get; init; }

    /// <inheritdoc cref="VeRAAttribute.SaveProjection"/>
    public bool SaveProjection { get; init; } = true;

    internal override PeftMethod Peft => VeRAPeft.Instance;

    internal override object SessionKey => (typeof(VeRAOptions), SharedSeed, Rank);

    /// <inheritdoc/>
    public override Adapter CreateAdapter(nn.Module<Tensor, Tensor> layer) => layer switch
    {
        Linear => new VeRALinear(layer, this),
        _ => new VeRALinearLike(layer, this),
    };

    internal override bool Adapts(nn.Module layer) => layer is not (Embedding or Convolution);

    internal override MethodSession Begin(IReadOnlyList<Adapter> adapters) => new VeRASession([.. adapters.Cast<VeRAAdapter>()]);
}
