using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes DoRA adapters: LoRA's, whose result gets the magnitude of each output.</summary>
internal sealed class DoraEmitter : LoraEmitter
{
    protected override string Prefix => "DoRA";

    protected override string Title => "DoRA";

    protected override string FurtherTensors(LayerKind kind, LayerShape shape) => $", m [{shape.Out}]";

    protected override string Result(string updated, string? bias) => $"Rescaled({updated}{(bias is null ? "" : $", {bias}")})";
}
