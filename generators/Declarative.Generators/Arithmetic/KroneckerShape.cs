namespace Declarative.Arithmetic;

/// <summary>How a weight [out, in] is the Kronecker product of two factors, [o₁, i₁] and [o₂, i₂].</summary>
/// <param name="Out1">o₁.</param>
/// <param name="Out2">o₂.</param>
/// <param name="In1">i₁.</param>
/// <param name="In2">i₂.</param>
/// <param name="SplitsFirst">Whether the first factor is a product of rank r.</param>
/// <param name="SplitsSecond">Whether the second factor is one.</param>
/// <remarks>
/// The rule is Hugging Face PEFT's. This file is compiled into the generator and into the library, so that there is one
/// reading of it.
/// </remarks>
internal sealed record KroneckerShape(long Out1, long Out2, long In1, long In2, bool SplitsFirst, bool SplitsSecond)
{
    /// <summary>The value of a factor that asks for sides as equal as can be.</summary>
    public const int Balanced = -1;

    /// <summary>The factors of a weight.</summary>
    /// <param name="outputs">The weight's outputs.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="rank">r.</param>
    /// <param name="decomposeBoth">Whether the first factor may be a product too.</param>
    /// <param name="factor">The wanted size of the first factor's sides, or <see cref="Balanced"/>.</param>
    public static KroneckerShape Of(long outputs, long inputs, int rank, bool decomposeBoth, int factor)
    {
        var (out1, out2) = Split(outputs, factor);
        var (in1, in2) = Split(inputs, factor);
        return new KroneckerShape(
            out1, out2, in1, in2, decomposeBoth && IsBelowHalf(rank, out1, in1), IsBelowHalf(rank, out2, in2));
    }

    // Both sides of a split; the factor itself where it divides, else the two sides nearest to each other below it.
    internal static (long First, long Second) Split(long dimension, int factor)
    {
        if (factor > 0 && dimension % factor == 0)
            return (factor, dimension / factor);
        var most = factor == Balanced ? dimension : factor;
        var (small, large) = (1L, dimension);
        while (small < large)
        {
            var next = small + 1;
            while (dimension % next != 0)
                next++;
            if (next > most)
                break;
            (small, large) = (next, dimension / next);
        }
        return small > large ? (large, small) : (small, large);
    }

    private static bool IsBelowHalf(int rank, long outputs, long inputs) => 2L * rank < Math.Max(outputs, inputs);
}
