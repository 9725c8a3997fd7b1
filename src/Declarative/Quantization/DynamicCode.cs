namespace Declarative;

/// <summary>
/// The 256 values in [−1, 1] of bitsandbytes' dynamic 8-bit type: for each power of ten from 1e-6 to 1, twice as many as for
/// the one before, evenly spread, and each with its negative.
/// </summary>
internal static class DynamicCode
{
    private const int Exponents = 7;

    /// <summary>The values in ascending order.</summary>
    public static IReadOnlyList<float> Values { get; } = [.. All().Select(static v => (float)v).Order()];

    private static float[] Middles { get; } = [.. Values.Zip(Values.Skip(1), static (low, high) => (low + high) / 2)];

    /// <summary>The place of the value nearest to each number.</summary>
    public static byte[] Nearest(ReadOnlySpan<float> numbers)
    {
        var places = new byte[numbers.Length];
        for (var i = 0; i < places.Length; i++)
        {
            var found = Array.BinarySearch(Middles, numbers[i]);
            places[i] = (byte)(found < 0 ? ~found : found);
        }
        return places;
    }

    private static IEnumerable<double> All()
    {
        yield return 0;
        yield return 1;
        for (var exponent = 0; exponent < Exponents; exponent++)
        {
            var (steps, scale) = (1 << exponent, Math.Pow(10, exponent - Exponents + 1));
            for (var step = 0; step < steps; step++)
            {
                var middle = scale * (0.1 + (0.9 * (step + 0.5) / steps));
                yield return middle;
                yield return -middle;
            }
        }
    }
}
