namespace Declarative;

/// <summary>The settings of a <see cref="NormTuningAttribute"/>.</summary>
public sealed record NormTuningOptions : InPlaceOptions
{
    private static readonly InPlacePeft InConfiguration = new("NormTuning", "LN_TUNING");

    /// <inheritdoc/>
    public override string Method => "NormTuning";

    internal override PeftMethod Peft => InConfiguration;

    internal override string What => "normalisation layers with parameters";

    internal override bool Trains(nn.Module module, string name) => IsNorm(module);

    internal override string CheckpointName(string module, string name) => $"{module}.ln_tuning_layers.{name}";

    // TorchSharp's own, and a class of the user's that scales by a vector. TorchSharp's PReLU has such a vector too.
    private static bool IsNorm(nn.Module module) => module is LayerNorm or GroupNorm or NormBase
        || (module.GetType().Namespace != typeof(LayerNorm).Namespace && module.get_parameter(BaseTensor.WeightName) is { } weight && weight.dim() == 1);
}
