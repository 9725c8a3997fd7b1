using System.Text.Json.Nodes;

namespace Declarative;

/// <summary>Delta-LoRA in a configuration of PEFT's form: LoRA's fields under a type of its own, since PEFT has no such method.</summary>
internal sealed class DeltaLoraPeft : LoraPeft
{
    public static new readonly DeltaLoraPeft Instance = new();

    public override string PeftType => "DELTALORA";

    public override void Write(JsonObject config, IReadOnlyList<Adapter> adapters)
    {
        base.Write(config, adapters);
        var options = (DeltaLoraOptions)adapters[0].Options;
        config["delta_lambda"] = options.Lambda;
        config["delta_start_step"] = options.StartStep;
    }
}
