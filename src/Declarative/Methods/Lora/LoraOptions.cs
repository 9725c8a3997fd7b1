namespace Declarative;

/// <summary>The settings of a <see cref="LoraAttribute"/>, and of every attribute built on it.</summary>
public record LoraOptions : AdapterOptions
{
    /// <inheritdoc/>
    public override string Method => "Lora";

    /// <inheritdoc cref="LowRankAttribute.Rank"/>
    public int Rank { get; init; } = 8;

    /// <inheritdoc cref="LowRankAttribute.Alpha"/>
    public double Alpha { get; init; } = 8;

    /// <inheritdoc cref="LowRankAttribute.Dropout"/>
    public double Dropout { get; init; }

    /// <inheritdoc cref="LowRankAttribute.RankStabilized"/>
    public bool RankStabilized { get; init; }

    /// <inheritdoc cref="LowRankAttribute.Init"/>
    public LoraInit Init { get; init; }

    /// <inheritdoc cref="LowRankAttribute.LearningRateRatio"/>
    public double LearningRateRatio { get; init; } = 1;

    /// <inheritdoc cref="LowRankAttribute.FreezeA"/>
    public bool FreezeA { get; init; }

    /// <inheritdoc cref="LowRankAttribute.ProjectGradient"/>
    public bool ProjectGradient { get; init; }

    /// <summary>The factor s of the update: alpha / rank, or alpha / √rank where rank-stabilised.</summary>
    public double Scaling => RankStabilized ? Alpha / Math.Sqrt(Rank) : Alpha / Rank;

    /// <inheritdoc/>
    public override Adapter CreateAdapter(nn.Module<Tensor, Tensor> layer) => layer switch
    {
        Linear => new LoraLinear(layer, this),
        Embedding => new LoraEmbedding(layer, this),
        Conv1d => new LoraConv1d(layer, this),
        Conv2d => new LoraConv2d(layer, this),
        Convolution => throw LoraAdapters.Unsupported(layer),
        _ => new LoraLinearLike(layer, this),
    };

    internal override PeftMethod Peft => LoraPeft.Instance;

    internal override MethodSession? Begin(IReadOnlyList<Adapter> adapters) =>
        FreezeA && ProjectGradient ? new GradientProjection([.. adapters.Cast<LoraAdapter>()]) : null;

    internal override double BiasLearningRateRatio => LearningRateRatio;

    /// <summary>Whether the weight is split into direction and magnitude, as DoRA does.</summary>
    internal virtual bool Decomposes => false;

    /// <summary>What an adapter with these options does beside LoRA, where the options alone say it; <see langword="null"/> for nothing.</summary>
    /// <param name="adapter">The adapter, being made.</param>
    internal virtual LoraVariant? CreateVariant(LoraAdapter adapter) => null;
}
