using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes QLoRA adapters: LoRA's, whose layer's own result comes from the codes.</summary>
internal class QLoraEmitter : LoraEmitter
{
    protected override string Prefix => "QLora";

    protected override string Title => "QLoRA";

    protected override string Own(string? bias) => bias is null ? "Base(x)" : $"Base(x, {bias})";

    protected override IEnumerable<string> OptionValues(MethodSpec spec)
    {
        var (values, defaults) = ((QuantizedSpec)spec, new QLoraSpec());
        foreach (var value in base.OptionValues(spec))
            yield return value;
        if (values.Type != defaults.Type)
            yield return $"Type = global::Declarative.QuantizationType.{values.Type}";
        if (values.BlockSize != defaults.BlockSize)
            yield return $"BlockSize = {values.BlockSize}";
        if (!values.DoubleQuantization)
            yield return "DoubleQuantization = false";
    }
}
