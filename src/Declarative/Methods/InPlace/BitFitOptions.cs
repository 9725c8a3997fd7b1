namespace Declarative;

/// <summary>The settings of a <see cref="BitFitAttribute"/>.</summary>
public sealed record BitFitOptions : InPlaceOptions
{
    private static readonly InPlacePeft InConfiguration = new("BitFit", "BITFIT");

    /// <inheritdoc/>
    public override string Method => "BitFit";

    internal override PeftMethod Peft => InConfiguration;

    internal override string What => "biases";

    internal override bool Trains(nn.Module module, string name) => name.Contains("bias", StringComparison.Ordinal);
}
