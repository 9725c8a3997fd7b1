namespace TorchSharp;

public static partial class torch
{
    /// <summary>Ones, each with the element's probability, and zeros.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    /// <summary>Indices drawn with the probabilities in each row.</summary>
    public static Tensor multinomial(
        Tensor input,
        long num_samples,
        bool replacement = false,
        Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);
}
