using System.Globalization;
using System.Text.Json.Nodes;

namespace Declarative;

/// <summary>LoKr in Hugging Face PEFT's configuration.</summary>
internal sealed class LoKrPeft : DeltaPeft
{
    public static readonly LoKrPeft Instance = new();

    public override string PeftType => "LOKR";

    protected override IEnumerable<(string Field, JsonNode Value)> Fixed => [("rank_dropout_scale", JsonValue.Create(false))];

    protected override IEnumerable<PeftSetting> Settings(DeltaAdapter adapter)
    {
        var options = (LoKrOptions)adapter.Options;
        return
        [
            PeftSettings.EffectiveConv2d(adapter, options),
            new("decompose_both", nameof(LoKrOptions.DecomposeBoth), PeftSettings.Flag(options.DecomposeBoth), PeftSettings.Flag(false)),
            new("decompose_factor", nameof(LoKrOptions.DecomposeFactor), options.DecomposeFactor.ToString(CultureInfo.InvariantCulture), "-1"),
        ];
    }
}
