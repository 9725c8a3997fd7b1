namespace Declarative;

/// <summary>The fields that the configurations of LoHa and LoKr share.</summary>
internal static class PeftSettings
{
    public static PeftSetting EffectiveConv2d(DeltaAdapter adapter, DeltaOptions options) => new(
        "use_effective_conv2d",
        nameof(DeltaOptions.UseEffectiveConv2d),
        Flag(options.UseEffectiveConv2d),
        Flag(false),
        Applies: adapter.BaseLayer is Convolution convolution && convolution.kernel_size.Any(static k => k != 1));

    /// <summary>A flag as JSON has it.</summary>
    public static string Flag(bool value) => value ? "true" : "false";
}
