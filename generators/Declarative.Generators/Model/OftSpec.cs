namespace Declarative.Generators.Model;

/// <summary>The values of an <c>[Oft]</c>.</summary>
internal sealed record OftSpec : MethodSpec
{
    public override string Method => "Oft";

    public override int Rank { get; init; }

    public override bool TrainsLayerBias => false;

    public int BlockSize { get; init; } = 32;

    /// <summary>The number of blocks; 0 where their size is given.</summary>
    public int Blocks { get; init; }

    public bool BlockShare { get; init; }

    public bool UseCayleyNeumann { get; init; } = true;

    public int NeumannTerms { get; init; } = 5;

    public override bool Adapts(LayerKind kind) => kind is LayerKind.Linear or LayerKind.LinearLike or LayerKind.Dynamic;

    /// <summary>The side of a layer's blocks; null where it is not known, or there is none.</summary>
    public long? SideOf(LayerShape shape) =>
        Blocks == 0 ? BlockSize
        : Blocks > 0 && shape.In.Value is { } inputs && inputs % Blocks == 0 ? inputs / Blocks
        : null;

    // What is above the diagonal of each block, or of the one that all share.
    public override Size CountParameters(LayerKind kind, LayerShape shape)
    {
        var blocks = BlockShare ? Size.Of(1) : Blocks != 0 ? Size.Of(Blocks) : Formula.Quotient(shape.In, Size.Of(BlockSize));
        var above = SideOf(shape) is { } side
            ? Size.Of(side * (side - 1) / 2, Blocks != 0 && shape.In.FromDefaults)
            : Size.Written($"({shape.In}/{Blocks})·({shape.In}/{Blocks} - 1)/2");
        return Formula.Product(blocks, above);
    }
}
