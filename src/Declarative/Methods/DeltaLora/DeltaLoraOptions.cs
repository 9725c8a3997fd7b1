namespace Declarative;

/// <summary>The settings of a <see cref="DeltaLoraAttribute"/>. The adapters are LoRA's.</summary>
public sealed record DeltaLoraOptions : LoraOptions
{
    /// <inheritdoc/>
    public override string Method => "DeltaLora";

    /// <inheritdoc cref="DeltaLoraAttribute.Lambda"/>
    public double Lambda { get; init; } = 2;

    /// <inheritdoc cref="DeltaLoraAttribute.StartStep"/>
    public int StartStep { get; init; }

    internal override PeftMethod Peft => DeltaLoraPeft.Instance;

    internal override MethodSession Begin(IReadOnlyList<Adapter> adapters) => new DeltaLoraSession(this, [.. adapters.Cast<LoraAdapter>()]);

    internal override LoraVariant CreateVariant(LoraAdapter adapter)
    {
        if (!(Lambda >= 0 && double.IsFinite(Lambda)))
            throw new AdapterException(FormattableString.Invariant($"Delta-LoRA's Lambda must be a finite number of at least 0; got {Lambda}."));
        if (StartStep < 0)
            throw new AdapterException($"Delta-LoRA's StartStep must be at least 0; got {StartStep}.");
        if (Dropout != 0)
            throw new AdapterException(FormattableString.Invariant($"Delta-LoRA has no dropout; got {Dropout}."));
        return new WeightDelta(adapter);
    }
}
