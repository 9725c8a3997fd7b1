using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes QDoRA adapters: QLoRA's, whose result gets the magnitude of each output.</summary>
internal sealed class QDoraEmitter : QLoraEmitter
{
    protected override string Prefix => "QDoRA";

    protected override string Title => "QDoRA";

    protected override string FurtherTensors(LayerKind kind, LayerShape shape) => DoraEmitter.MagnitudeOf(shape);

    protected override string Result(string updated, string? bias) => DoraEmitter.Rescaled(updated, bias);
}
