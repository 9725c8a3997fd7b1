namespace Declarative.Generators.Model;

/// <summary>The sizes of a layer, as its creation gives them.</summary>
/// <param name="In">Input features or channels, or the number of embeddings; 1 for a layer that normalises.</param>
/// <param name="Out">Output features or channels, the width of an embedding, or the features that a layer normalises.</param>
/// <param name="Kernel">The sides of a convolution's kernel; empty for layers without one.</param>
/// <param name="Groups">Groups of a convolution; null for layers without them.</param>
/// <param name="HasBias">Whether the layer has a bias; null where only a run knows it.</param>
internal sealed record LayerShape(
    Size In, Size Out, EquatableArray<Size> Kernel = default, Size? Groups = null, bool? HasBias = null)
{
    /// <summary>Elements of one kernel; 1 for layers without one.</summary>
    public Size KernelArea => Kernel.Aggregate(Size.Of(1), Formula.Product);

    /// <summary>The smaller of both sides of the weight as a matrix, where it is known: no rank can be above it.</summary>
    public long? SmallerSide => (Formula.Product(In, KernelArea).Value, Out.Value) switch
    {
        ({ } a, { } b) => Math.Min(a, b),
        _ => null,
    };

    /// <summary>Whether a size rests on a default that a caller may change.</summary>
    public bool FromDefaults => In.FromDefaults || Out.FromDefaults || Kernel.Any(static k => k.FromDefaults);

    /// <summary>Elements of the layer's weight.</summary>
    public Size Weight => Formula.Product(Formula.Product(Formula.Quotient(In, Groups), KernelArea), Out);

    /// <summary>What the layer holds: its weight, and its bias where it has one.</summary>
    public Size Parameters => HasBias switch
    {
        true => Formula.Sum(Weight, Out),
        false => Weight,
        null => Size.Written($"{Weight} + bias"),
    };

    /// <summary>The shape of a layer that normalises.</summary>
    public static LayerShape OfNorm(Size features, bool? hasBias) => new(Size.Of(1), features, HasBias: hasBias);

    /// <summary>The shape of a layer whose creation the source does not show.</summary>
    /// <param name="layer">The member that holds it.</param>
    /// <param name="kind">Says what the layer calls its sizes.</param>
    public static LayerShape Unknown(string layer, LayerKind kind)
    {
        if (kind == LayerKind.Norm)
            return OfNorm(Size.Written($"{layer}.num_features"), hasBias: null);
        var (input, output) = kind switch
        {
            LayerKind.Embedding => ("num_embeddings", "embedding_dims"),
            LayerKind.Conv1d or LayerKind.Conv2d => ("in_channels", "out_channels"),
            _ => ("in_features", "out_features"),
        };
        EquatableArray<Size> kernel = kind is LayerKind.Conv1d or LayerKind.Conv2d
            ? new([Size.Written($"{layer}.kernel_size")])
            : default;
        return new LayerShape(Size.Written($"{layer}.{input}"), Size.Written($"{layer}.{output}"), kernel);
    }

    /// <summary>What several layers of one member have in common; the sizes in which they differ are those of <paramref name="unknown"/>.</summary>
    public static LayerShape Common(IReadOnlyList<LayerShape> shapes, LayerShape unknown)
    {
        T Agreed<T>(Func<LayerShape, T> part, T otherwise) => shapes.Select(part).Distinct().Count() == 1 ? part(shapes[0]) : otherwise;
        return new LayerShape(
            Agreed(static s => s.In, unknown.In),
            Agreed(static s => s.Out, unknown.Out),
            Agreed(static s => s.Kernel, unknown.Kernel),
            Agreed(static s => s.Groups, null),
            Agreed(static s => s.HasBias, null));
    }

    /// <summary>The shape of the weight as a checkpoint has it: <c>[out, in]</c>.</summary>
    public string WeightShape(LayerKind kind) => kind == LayerKind.Embedding ? $"[{In}, {Out}]"
        : kind == LayerKind.Norm ? $"[{Out}]"
        : $"[{string.Join(", ", new[] { Out, Formula.Quotient(In, Groups) }.Concat(Kernel))}]";
}
