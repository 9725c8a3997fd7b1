using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Tensor's operations: random numbers.
    public partial class Tensor
    {
        /// <summary>Draws every element from a normal distribution.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            Aten.Normal_.Do(this, mean, std, generator);
            return this;
        }

        /// <summary>Draws every element evenly from an interval.</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            Aten.Uniform_.Do(this, from, to, generator);
            return this;
        }

        /// <summary>Ones, each with the element's probability, and zeros.</summary>
        public Tensor bernoulli(Generator? generator = null) => Aten.Bernoulli.Call(this, generator);

        /// <summary>Sets each element to one with a probability, and else to zero.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            Aten.BernoulliFloat_.Do(this, p, generator);
            return this;
        }

        /// <summary>Sets each element to one with a probability of its own, and else to zero.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null)
        {
            Aten.BernoulliTensor_.Do(this, p, generator);
            return this;
        }

        /// <summary>Indices drawn with the probabilities in each row.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Aten.Multinomial.Call(this, num_samples, replacement, generator);

        /// <summary>Draws every element from an exponential distribution.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null)
        {
            Aten.Exponential_.Do(this, lambda, generator);
            return this;
        }

        /// <summary>Draws every element from whole numbers of an interval.</summary>
        public Tensor random_(double from, double to, Generator? generator = null)
        {
            Aten.RandomFrom_.Do(this, (long)@from, (long)to, generator);
            return this;
        }
    }
}
