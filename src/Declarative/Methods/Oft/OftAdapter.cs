using Declarative.Arithmetic;

namespace Declarative;

/// <summary>Orthogonal finetuning of one layer: its input is rotated, block by block.</summary>
public abstract class OftAdapter : Adapter
{
    /// <summary>What is above the diagonal of each block's Q, row by row: [blocks, b·(b − 1) / 2], or one row where blocks are shared.</summary>
    public Parameter oft_R;

    private readonly OftOptions options;
    private readonly SkewSymmetric skew;

    private protected OftAdapter(string typeName, nn.Module<Tensor, Tensor> layer, OftOptions options)
        : base(typeName, layer)
    {
        if (layer is Embedding or Convolution || BaseTensor.FindMatrix(layer) is not { } weight)
            throw new AdapterException(
                $"OFT cannot adapt a {layer.GetType().Name}. It adapts Linear and any Module<Tensor, Tensor> with a 2-D parameter "
                + "or buffer named 'weight'. Leave the layer out with Exclude.");
        if (options.UseCayleyNeumann && options.NeumannTerms < 2)
            throw new AdapterException($"The NeumannTerms of [Oft] must be at least 2; got {options.NeumannTerms}.");
        this.options = options;
        var inputs = weight.size(1);
        BlockSize = SizeOfBlock(options, inputs);
        skew = new SkewSymmetric(BlockSize);
        var rows = options.BlockShare ? 1 : inputs / BlockSize;
        oft_R = Create(nameof(oft_R), rows, SkewSymmetric.Count(BlockSize));
    }

    /// <inheritdoc/>
    public sealed override AdapterOptions Options => options;

    /// <summary>0: a rotated layer has no update of low rank.</summary>
    public sealed override int Rank => 0;

    /// <summary>The side b of a block.</summary>
    public long BlockSize { get; }

    /// <inheritdoc/>
    public sealed override Tensor Delta()
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();

        // x·R·Wᵀ is x·(W·Rᵀ)ᵀ.
        var weight = Weight.Current.detach();
        return Rotate(weight, Blocks().transpose(1, 2)).sub(weight).MoveToOuterDisposeScope();
    }

    /// <summary>The rotated rows.</summary>
    /// <param name="rows">[M, in].</param>
    /// <returns>[M, in], a new tensor.</returns>
    protected Tensor Rotated(Tensor rows)
    {
        using var blocks = Blocks();
        return Rotate(rows, blocks);
    }

    /// <summary>The orthogonal blocks R of the skew-symmetric Q.</summary>
    /// <param name="q">[n, b, b].</param>
    /// <returns>[n, b, b].</returns>
    protected virtual Tensor Rotation(Tensor q) =>
        options.UseCayleyNeumann ? Series(q, NeumannSeries.LastPower(options.NeumannTerms)) : CayleyTransform(q);

    /// <summary>(I − Q)·(I + Q)⁻¹.</summary>
    /// <param name="q">[n, b, b].</param>
    protected static Tensor CayleyTransform(Tensor q) => Cayley.Exact(q);

    /// <summary>A series near to the transform of −Q that ends with a power: I + 2Q + 2Q² + … + Qⁿ.</summary>
    /// <param name="q">[n, b, b].</param>
    /// <param name="power">n.</param>
    protected static Tensor Series(Tensor q, int power) => Cayley.Series(q, power);

    internal sealed override void Initialize()
    {
        using var noGrad = no_grad();
        oft_R.zero_();
    }

    internal sealed override IReadOnlyList<AdapterTensor> CheckpointTensors() => [new("oft_R.weight", oft_R)];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            skew.Dispose();
        base.Dispose(disposing);
    }

    private Tensor Blocks()
    {
        using var q = skew.Of(oft_R);
        return Rotation(q);
    }

    private Tensor Rotate(Tensor rows, Tensor blocks)
    {
        using var scope = NewDisposeScope();
        if (options.BlockShare)
            return rows.reshape(-1, BlockSize).mm(blocks.squeeze(0)).view_as(rows).MoveToOuterDisposeScope();
        var parts = rows.reshape(rows.size(0), -1, BlockSize).transpose(0, 1);
        return parts.bmm(blocks).transpose(0, 1).reshape(rows.shape).MoveToOuterDisposeScope();
    }

    private static long SizeOfBlock(OftOptions options, long inputs)
    {
        var (value, property) = options.Blocks != 0 ? (options.Blocks, nameof(options.Blocks)) : (options.BlockSize, nameof(options.BlockSize));
        if (value < 1 || inputs % value != 0)
            throw new AdapterException($"The {property} of [Oft] must divide the layer's {inputs} inputs; got {value}.");
        var size = options.Blocks != 0 ? inputs / value : value;
        return size >= 2 ? size : throw new AdapterException($"A block of [Oft] must have 2 inputs at least; with {property} = {value} it has {size}.");
    }
}
