using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes DoRA adapters: LoRA's, whose result gets the magnitude of each output.</summary>
internal sealed class DoraEmitter : LoraEmitter
{
    protected override string Prefix => "DoRA";

    protected override string Title => "DoRA";

    protected override string FurtherTensors(LayerKind kind, LayerShape shape) => MagnitudeOf(shape);

    protected override string Result(string updated, string? bias) => Rescaled(updated, bias);

    /// <summary>The magnitude, for people.</summary>
    public static string MagnitudeOf(LayerShape shape) => $", m [{shape.Out}]";

    /// <summary>A result of the direction, with the magnitude of each output.</summary>
    public static string Rescaled(string result, string? bias) => $"Rescaled({result}{(bias is null ? "" : $", {bias}")})";
}
