using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The rectifier, max(x, 0).</summary>
        /// <param name="inplace">Whether the input is overwritten.</param>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>x · sigmoid(x).</summary>
        public static SiLU SiLU() => new(false);

        /// <summary>x · sigmoid(x).</summary>
        /// <param name="inplace">Whether the input is overwritten.</param>
        public static SiLU SiLU(bool inplace) => new(inplace);

        /// <summary>1 / (1 + exp(-x)).</summary>
        public static Sigmoid Sigmoid() => new(false);

        /// <summary>1 / (1 + exp(-x)).</summary>
        /// <param name="inplace">Whether the input is overwritten.</param>
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);

        /// <summary>The hyperbolic tangent.</summary>
        public static Tanh Tanh() => new(false);

        /// <summary>The hyperbolic tangent.</summary>
        /// <param name="inplace">Whether the input is overwritten.</param>
        public static Tanh Tanh(bool inplace = false) => new(inplace);

        /// <summary>x · Φ(x), with Φ the standard normal distribution function.</summary>
        public static GELU GELU() => new(false);

        /// <summary>x · Φ(x), with Φ the standard normal distribution function.</summary>
        /// <param name="inplace">Whether the input is overwritten.</param>
        public static GELU GELU(bool inplace) => new(inplace);

        /// <summary>x · Φ(x), with Φ the standard normal distribution function.</summary>
        /// <param name="approximate">How Φ is computed.</param>
        /// <param name="inplace">Whether the input is overwritten.</param>
        public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(inplace, approximate);

        /// <summary>Normalised exponentials over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        public static Softmax Softmax(long dim) => new(dim);

        /// <summary>The logarithm of normalised exponentials over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        public static LogSoftmax LogSoftmax(long dim) => new(dim);
    }
}
