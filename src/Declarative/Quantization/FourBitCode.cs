namespace Declarative;

/// <summary>
/// Sixteen values in [−1, 1] and their codes, two to a byte, the first element in the high half, as bitsandbytes has them. A
/// number gets the code of the nearest value; one in the middle between two gets the lower.
/// </summary>
internal sealed class FourBitCode
{
    /// <summary>The codes of <see cref="QuantizationType.NF4"/>, from −1 to 1.</summary>
    public static readonly FourBitCode NF4 = new(
    [
        -1.0f, -0.6961928009986877f, -0.5250730514526367f, -0.39491748809814453f,
        -0.28444138169288635f, -0.18477343022823334f, -0.09105003625154495f, 0.0f,
        0.07958029955625534f, 0.16093020141124725f, 0.24611230194568634f, 0.33791524171829224f,
        0.44070982933044434f, 0.5626170039176941f, 0.7229568362236023f, 1.0f,
    ]);

    /// <summary>The codes of <see cref="QuantizationType.FP4"/>: a sign in the highest bit, then the magnitude, in twelfths.</summary>
    public static readonly FourBitCode FP4 = new([.. new[] { 1f, -1f }.SelectMany(static sign => Magnitudes.Select(m => sign * m / 12))]);

    private readonly float[] values;
    private readonly byte[] ascending;
    private readonly float[] middles;
    private readonly float[] pairs;

    private FourBitCode(float[] values)
    {
        this.values = values;
        // FP4 has a zero of each sign: the one without is used.
        ascending = [.. Enumerable.Range(0, values.Length).DistinctBy(i => values[i]).OrderBy(i => values[i]).Select(static i => (byte)i)];
        pairs = [.. Enumerable.Range(0, 256).SelectMany(b => new[] { values[b >> 4], values[b & 15] })];
        middles = [.. ascending.Zip(ascending.Skip(1), (low, high) => (values[low] + values[high]) / 2)];
    }

    /// <summary>The value of each code.</summary>
    public IReadOnlyList<float> Values => values;

    private static float[] Magnitudes => [0, 0.0625f, 8, 12, 4, 6, 2, 3];

    /// <summary>The codes of numbers in [−1, 1], an even number of them, [n], as [n / 2] bytes.</summary>
    public Tensor Pack(Tensor numbers)
    {
        using var scope = NewDisposeScope();
        var places = zeros(numbers.shape, ScalarType.Byte, numbers.device);
        foreach (var middle in middles)
            places.add_(numbers.gt(middle));
        var codes = tensor(ascending, device: numbers.device).index_select(0, places.to_type(ScalarType.Int32)).view(-1, 2);
        return codes.select(1, 0).mul(16).add_(codes.select(1, 1)).MoveToOuterDisposeScope();
    }

    /// <summary>The two values of each byte, [256, 2].</summary>
    public Tensor Pairs(ScalarType type, Device device)
    {
        using var flat = tensor(pairs, type, device);
        return flat.view(256, 2);
    }
}
