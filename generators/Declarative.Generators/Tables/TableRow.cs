namespace Declarative.Tables;

/// <summary>One line of a report: a layer, or the layers that share a member at compile time.</summary>
internal sealed record TableRow(
    string Layer,
    string Shape,
    string Method,
    int Rank,
    Quantity Count,
    Quantity Parameters,
    Quantity LayerParameters,
    bool FromDefaults)
{
    /// <summary>The <see cref="Method"/> of a bias of the model that is trained along.</summary>
    public const string BiasMethod = "bias";

    /// <summary>The parameters of one adapter that are not trained.</summary>
    public long Frozen { get; init; }

    /// <summary>Whether the trained parameters are the layer's own.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>The trainable parameters of all layers of the row.</summary>
    public Quantity Trainable => Parameters.Times(Count);

    /// <summary>The trainable share of such a layer's parameters, from 0 to 1; <see langword="null"/> where a size is unknown.</summary>
    public double? ShareOfLayer => Parameters.Value is { } trained && LayerParameters.Value is { } own
        ? (double)trained / (own + (AddsParameters ? trained : 0))
        : null;

    /// <summary>Whether the trainable parameters come on top of the model's own.</summary>
    public bool AddsParameters => !IsInPlace && Method != BiasMethod;
}
