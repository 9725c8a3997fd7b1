using Declarative.Tables;

namespace Declarative;

/// <summary>One line of an <see cref="AdapterReport"/>: a layer, or the layers that share a member at compile time.</summary>
/// <param name="Layer">The layer's path: <c>blocks.0.attn.q_proj</c>, or with a placeholder <c>blocks.#.attn.q_proj</c>.</param>
/// <param name="Shape">The shape of its weight as in a checkpoint: <c>[2048, 768]</c>, a size unknown at compile time as the expression.</param>
/// <param name="Method">The method: <c>Lora</c>; for a bias of the model that is trained along, <see cref="BiasMethod"/>.</param>
/// <param name="Rank">The rank, or 0 where the method has none.</param>
/// <param name="Count">How many layers the row stands for.</param>
/// <param name="Parameters">The trainable parameters of one such layer.</param>
/// <param name="LayerParameters">The parameters of one such layer without its adapter.</param>
/// <param name="FromDefaults">Whether a size comes from the default value of a parameter or property, which a caller may change.</param>
public sealed record AdapterReportRow(
    string Layer,
    string Shape,
    string Method,
    int Rank,
    ReportCount Count,
    ReportCount Parameters,
    ReportCount LayerParameters,
    bool FromDefaults = false)
{
    /// <summary>The <see cref="Method"/> of a bias of the model that is trained along.</summary>
    public const string BiasMethod = TableRow.BiasMethod;

    /// <summary>What one such layer's adapter has beside its trainable parameters, as far as known: A with <see cref="LowRankAttribute.FreezeA"/>.</summary>
    public long FrozenParameters { get; init; }

    /// <summary>Whether the trained parameters are the layer's own and none are added, as with <see cref="BitFitAttribute"/>.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>The trainable parameters of all layers of the row.</summary>
    public ReportCount Trainable => ReportCount.Of(InTable.Trainable);

    /// <summary>The trainable share of such a layer's parameters, from 0 to 1; <see langword="null"/> where a size is unknown.</summary>
    public double? ShareOfLayer => InTable.ShareOfLayer;

    internal TableRow InTable =>
        new(Layer, Shape, Method, Rank, Count.Quantity, Parameters.Quantity, LayerParameters.Quantity, FromDefaults) { Frozen = FrozenParameters, IsInPlace = IsInPlace };
}
