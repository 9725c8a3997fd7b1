namespace Declarative.Generators.Model;

/// <summary>The sizes of a layer, as its creation gives them.</summary>
/// <param name="In">Input features or channels, or the number of embeddings.</param>
/// <param name="Out">Output features or channels, or the width of an embedding.</param>
/// <param name="Kernel">Elements of one convolution kernel; null for layers without one.</param>
/// <param name="Groups">Groups of a convolution; null for layers without them.</param>
/// <param name="HasBias">Whether the layer has a bias; null where only a run knows it.</param>
internal sealed record LayerShape(Size In, Size Out, Size? Kernel = null, Size? Groups = null, bool? HasBias = null)
{
    /// <summary>The smaller of both sides of the weight as a matrix, where it is known: no rank can be above it.</summary>
    public long? SmallerSide => (Formula.Product(In, Kernel ?? Size.Of(1)).Value, Out.Value) switch
    {
        ({ } a, { } b) => Math.Min(a, b),
        _ => null,
    };

    public bool FromDefaults => In.FromDefaults || Out.FromDefaults || Kernel is { FromDefaults: true };
}
