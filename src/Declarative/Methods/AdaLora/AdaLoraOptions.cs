namespace Declarative;

/// <summary>The settings of an <see cref="AdaLoraAttribute"/>. Adapters with equal settings share a budget.</summary>
public sealed record AdaLoraOptions : AdapterOptions
{
    private const double RankOffset = 1e-5;

    /// <inheritdoc/>
    public override string Method => "AdaLora";

    /// <inheritdoc cref="AdaLoraAttribute.InitialRank"/>
    public int InitialRank { get; init; } = 12;

    /// <inheritdoc cref="AdaLoraAttribute.TargetRank"/>
    public int TargetRank { get; init; } = 8;

    /// <inheritdoc cref="AdaLoraAttribute.Alpha"/>
    public double Alpha { get; init; } = 8;

    /// <inheritdoc cref="AdaLoraAttribute.Dropout"/>
    public double Dropout { get; init; }

    /// <inheritdoc cref="AdaLoraAttribute.InitialSteps"/>
    public int InitialSteps { get; init; }

    /// <inheritdoc cref="AdaLoraAttribute.FinalSteps"/>
    public int FinalSteps { get; init; }

    /// <inheritdoc cref="AdaLoraAttribute.Interval"/>
    public int Interval { get; init; } = 1;

    /// <inheritdoc cref="AdaLoraAttribute.Beta1"/>
    public double Beta1 { get; init; } = 0.85;

    /// <inheritdoc cref="AdaLoraAttribute.Beta2"/>
    public double Beta2 { get; init; } = 0.85;

    /// <inheritdoc cref="AdaLoraAttribute.OrthogonalityWeight"/>
    public double OrthogonalityWeight { get; init; } = 0.5;

    /// <inheritdoc cref="AdaLoraAttribute.TotalSteps"/>
    public int TotalSteps { get; init; }

    /// <summary>The factor s of the update, alpha / (initial rank + 1e-5): pruning leaves it as it is.</summary>
    public double Scaling => Alpha / (InitialRank + RankOffset);

    /// <inheritdoc/>
    public override Adapter CreateAdapter(nn.Module<Tensor, Tensor> layer) => layer switch
    {
        Linear => new AdaLoraLinear(layer, this),
        Embedding or Convolution => throw AdaLoraAdapter.Unsupported(layer),
        _ => new AdaLoraLinearLike(layer, this),
    };

    internal override PeftMethod Peft => AdaLoraPeft.Instance;

    internal override MethodSession Begin(IReadOnlyList<Adapter> adapters) => new AdaLoraSession(this, [.. adapters.Cast<AdaLoraAdapter>()]);
}
