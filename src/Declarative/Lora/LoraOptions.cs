namespace Declarative;

/// <summary>The settings of a <see cref="LoraAttribute"/>.</summary>
public sealed record LoraOptions : AdapterOptions
{
    /// <inheritdoc/>
    public override string Method => "Lora";

    /// <inheritdoc cref="LoraAttribute.Rank"/>
    public int Rank { get; init; } = 8;

    /// <inheritdoc cref="LoraAttribute.Alpha"/>
    public double Alpha { get; init; } = 8;

    /// <inheritdoc cref="LoraAttribute.Dropout"/>
    public double Dropout { get; init; }

    /// <inheritdoc cref="LoraAttribute.RankStabilized"/>
    public bool RankStabilized { get; init; }

    /// <inheritdoc cref="LoraAttribute.Init"/>
    public LoraInit Init { get; init; }

    /// <summary>The factor s of the update: alpha / rank, or alpha / √rank where rank-stabilised.</summary>
    public double Scaling => RankStabilized ? Alpha / Math.Sqrt(Rank) : Alpha / Rank;

    internal override PeftMethod Peft => LoraPeft.Instance;
}
