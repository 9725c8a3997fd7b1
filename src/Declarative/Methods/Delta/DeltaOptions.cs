namespace Declarative;

/// <summary>The settings of a <see cref="DeltaAttribute"/>.</summary>
public abstract record DeltaOptions : AdapterOptions
{
    private protected DeltaOptions()
    {
    }

    /// <inheritdoc cref="DeltaAttribute.Rank"/>
    public int Rank { get; init; } = 8;

    /// <inheritdoc cref="DeltaAttribute.Alpha"/>
    public double Alpha { get; init; } = 8;

    /// <inheritdoc cref="DeltaAttribute.UseEffectiveConv2d"/>
    public bool UseEffectiveConv2d { get; init; }

    /// <summary>The factor s of the update: alpha / rank.</summary>
    public double Scaling => Alpha / Rank;
}
