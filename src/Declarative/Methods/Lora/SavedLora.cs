namespace Declarative;

/// <summary>What a checkpoint's configuration says of one adapter.</summary>
/// <param name="Layer">The layer's path.</param>
/// <param name="Rank">The rank r.</param>
/// <param name="Alpha">The numerator of the scaling.</param>
/// <param name="Scaling">The factor s.</param>
/// <param name="Options">The other settings.</param>
internal sealed record SavedLora(string Layer, int Rank, double Alpha, double Scaling, LoraOptions Options)
{
    public static SavedLora Of(LoraAdapter adapter) =>
        new(adapter.LayerPath, adapter.Rank, adapter.Alpha, adapter.Scaling, (LoraOptions)adapter.Options);
}
