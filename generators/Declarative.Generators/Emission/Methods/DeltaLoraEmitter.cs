using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes Delta-LoRA adapters, which are LoRA's: what is more happens to the layer's weight, around a step.</summary>
internal sealed class DeltaLoraEmitter : LoraEmitter
{
    protected override string OptionsPrefix => "DeltaLora";

    protected override string Title => "Delta-LoRA";

    protected override IEnumerable<string> OptionValues(MethodSpec spec)
    {
        var (delta, defaults) = ((DeltaLoraSpec)spec, new DeltaLoraSpec());
        foreach (var value in base.OptionValues(spec))
            yield return value;
        yield return $"Lambda = {Literals.Of(delta.Lambda)}";
        if (delta.StartStep != defaults.StartStep)
            yield return $"StartStep = {delta.StartStep}";
    }
}
