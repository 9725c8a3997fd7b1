namespace Declarative;

/// <summary>LoHa in Hugging Face PEFT's configuration.</summary>
internal sealed class LoHaPeft : DeltaPeft
{
    public static readonly LoHaPeft Instance = new();

    public override string PeftType => "LOHA";

    protected override IEnumerable<PeftSetting> Settings(DeltaAdapter adapter)
    {
        var options = (LoHaOptions)adapter.Options;
        return [PeftSettings.EffectiveConv2d(adapter, options)];
    }
}
