namespace Declarative.Arithmetic;

/// <summary>The series that stands for a Cayley transform.</summary>
/// <remarks>This file is compiled into the generator and into the library, so that there is one reading of the number of terms.</remarks>
internal static class NeumannSeries
{
    /// <summary>The last power of Hugging Face PEFT's series of so many terms: two have one, three and four the third, n have the (n − 1)-th.</summary>
    public static int LastPower(int terms) => terms == 2 ? 1 : Math.Max(terms - 1, 3);
}
