namespace Declarative.Tables;

/// <summary>What a report's rows come to.</summary>
/// <param name="Trainable">All that is trained.</param>
/// <param name="All">The whole model with its adapters; null where the model's own number is unknown.</param>
/// <param name="SharedFrozen">What the adapters share and do not train, in neither of the others; null for nothing.</param>
internal sealed record Totals(Quantity Trainable, Quantity? All, Quantity? SharedFrozen)
{
    /// <summary><see cref="Trainable"/> by <see cref="All"/>, from 0 to 1, where both are known numbers.</summary>
    public double? Share => Trainable.Value is { } trained && All?.Value is { } all && all > 0 ? (double)trained / all : null;

    public static Totals Of(IReadOnlyList<TableRow> rows, Quantity? model, Quantity? sharedFrozen = null) => new(
        Quantity.Sum(rows.Select(static r => r.Trainable)),
        model is { } own ? Quantity.Sum([own, .. rows.Where(static r => r.AddsParameters).Select(static r => r.Trainable), .. Frozen(rows)]) : null,
        sharedFrozen);

    private static IEnumerable<Quantity> Frozen(IReadOnlyList<TableRow> rows) =>
        rows.Where(static r => r.Frozen > 0).Select(static r => Quantity.Of(r.Frozen).Times(r.Count));
}
