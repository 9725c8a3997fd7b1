namespace Declarative;

/// <summary>
/// A matrix in four or eight bits an element. Its elements, row by row, are divided into blocks; each block is stored as
/// shares of its largest magnitude. (Dettmers et al., "QLoRA", 2023.)
/// </summary>
internal sealed class QuantizedMatrix : IDisposable
{
    // What is unpacked at a time bounds the memory beside the codes.
    private const long ElementsAtOnce = 1 << 20;
    private const float LargestInt8 = 127;

    private readonly FourBitCode? fourBits;
    private readonly BlockScales scales;
    private readonly int blockSize;
    private readonly long rowsAtOnce;
    private Tensor codes;

    /// <param name="matrix">[rows, columns], of any floating-point type.</param>
    /// <param name="type">How an element is stored.</param>
    /// <param name="blockSize">The elements of a block, even.</param>
    /// <param name="twice">Whether the blocks' scales are quantised too.</param>
    public QuantizedMatrix(Tensor matrix, QuantizationType type, int blockSize, bool twice)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        this.blockSize = blockSize;
        fourBits = type switch { QuantizationType.NF4 => FourBitCode.NF4, QuantizationType.FP4 => FourBitCode.FP4, _ => null };
        (Rows, Columns) = (matrix.size(0), matrix.size(1));

        // Whole rows that are whole blocks.
        var step = blockSize / Common(blockSize, Columns);
        rowsAtOnce = Math.Max(1, ElementsAtOnce / (Columns * step)) * step;

        var parts = new List<(Tensor Codes, Tensor Largest)>();
        for (var start = 0L; start < Rows; start += rowsAtOnce)
        {
            using var inner = NewDisposeScope();
            var (packed, largest) = Quantize(matrix.narrow(0, start, Math.Min(rowsAtOnce, Rows - start)));
            parts.Add((packed.MoveToOuterDisposeScope(), largest.MoveToOuterDisposeScope()));
        }
        codes = cat([.. parts.Select(static p => p.Codes)], 0).DetachFromDisposeScope();
        scales = new BlockScales(cat([.. parts.Select(static p => p.Largest)], 0), twice);
    }

    public long Rows { get; }

    public long Columns { get; }

    /// <summary>What the matrix takes.</summary>
    public long Bytes => codes.numel() + scales.Bytes;

    public Device Device => codes.device;

    /// <summary>The rows in blocks, first to last, of a size that bounds the memory.</summary>
    public IEnumerable<(long Start, long Count)> Blocks
    {
        get
        {
            for (var start = 0L; start < Rows; start += rowsAtOnce)
                yield return (start, Math.Min(rowsAtOnce, Rows - start));
        }
    }

    /// <summary>Some rows as numbers, [count, columns]; <paramref name="start"/> is that of one of <see cref="Blocks"/>.</summary>
    public Tensor Unpack(long start, long count, ScalarType type)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var (first, elements) = (start * Columns, count * Columns);
        var blocks = (elements + blockSize - 1) / blockSize;
        var padded = blocks * blockSize;
        Tensor numbers;
        if (fourBits is null)
        {
            numbers = codes.narrow(0, first, padded).to_type(ScalarType.Float32).div_(LargestInt8);
        }
        else
        {
            var pairs = fourBits.Pairs(ScalarType.Float32, codes.device);
            numbers = pairs.index_select(0, codes.narrow(0, first / 2, padded / 2).to_type(ScalarType.Int32));
        }
        numbers = numbers.view(blocks, blockSize).mul_(scales.Of(first / blockSize, blocks).unsqueeze(1));
        return numbers.view(-1).narrow(0, 0, elements).view(count, Columns).to_type(type).MoveToOuterDisposeScope();
    }

    /// <summary>All rows as numbers, [rows, columns].</summary>
    public Tensor Unpack(ScalarType type)
    {
        using var scope = NewDisposeScope();
        return cat([.. Blocks.Select(b => Unpack(b.Start, b.Count, type))], 0).MoveToOuterDisposeScope();
    }

    /// <summary>Moves the matrix.</summary>
    public void To(Device device)
    {
        Tensor? moved = codes;
        BlockScales.Move(ref moved, device);
        codes = moved!;
        scales.To(device);
    }

    public void Dispose()
    {
        codes.Dispose();
        scales.Dispose();
    }

    private (Tensor Codes, Tensor Largest) Quantize(Tensor rows)
    {
        var flat = rows.detach().to_type(ScalarType.Float32).reshape(-1);
        var padding = (blockSize - (flat.size(0) % blockSize)) % blockSize;
        var blocks = (padding == 0 ? flat : nn.functional.pad(flat, [0, padding])).view(-1, blockSize);
        var largest = blocks.abs().amax([1]);
        var shares = blocks.div(largest.clamp_min(BlockScales.Smallest).unsqueeze(1)).view(-1);
        return (fourBits is null ? shares.mul_(LargestInt8).round_().to_type(ScalarType.Int8) : fourBits.Pack(shares), largest);
    }

    private static long Common(long a, long b) => b == 0 ? a : Common(b, a % b);
}
