using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op LayerNormOp = new("layer_norm");
            private static readonly Op GroupNormOp = new("group_norm");
            private static readonly Op BatchNormOp = new("batch_norm");
            private static readonly Op NormOp = new("norm", "ScalarOpt_dim");
            private static readonly Op ClampMinInPlaceOp = new("clamp_min_");
            private static readonly Op DivideOp = new("div", "Tensor");

            /// <summary>Normalises over the last dimensions, then scales and shifts.</summary>
            /// <param name="input">The input.</param>
            /// <param name="normalized_shape">The sizes of the last dimensions.</param>
            /// <param name="weight">The scale, of that shape, or null.</param>
            /// <param name="bias">The shift, of that shape, or null.</param>
            /// <param name="eps">What is added to the variance.</param>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null,
                double eps = 1e-5) => LayerNormOp.Call(input, normalized_shape, weight, bias, eps);

            /// <summary>Normalises over groups of channels, then scales and shifts each channel.</summary>
            /// <param name="input">[N, C, …].</param>
            /// <param name="num_groups">The number of groups.</param>
            /// <param name="weight">The scale, [C], or null.</param>
            /// <param name="bias">The shift, [C], or null.</param>
            /// <param name="eps">What is added to the variance.</param>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null,
                double eps = 1e-5) => GroupNormOp.Call(input, num_groups, weight, bias, eps);

            /// <summary>Normalises each channel, by the batch in training and by the running statistics otherwise.</summary>
            /// <param name="input">[N, C, …].</param>
            /// <param name="running_mean">The running mean, [C]; updated in training.</param>
            /// <param name="running_var">The running variance, [C]; updated in training.</param>
            /// <param name="weight">The scale, [C], or null.</param>
            /// <param name="bias">The shift, [C], or null.</param>
            /// <param name="training">Whether the batch's own statistics are used.</param>
            /// <param name="momentum">The weight of this batch in the running statistics.</param>
            /// <param name="eps">What is added to the variance.</param>
            /// <exception cref="ArgumentException">In training, a channel has a single value.</exception>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null,
                Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5)
            {
                if (training)
                {
                    var shape = input.shape;
                    if (shape.Length > 1 && input.NumberOfElements == shape[1])
                        throw new ArgumentException($"Expected more than 1 value per channel when training, got input size [{string.Join(", ", shape)}]");
                }
                return BatchNormOp.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);
            }

            /// <summary>Divides by the p-norm over a dimension.</summary>
            /// <param name="input">The input.</param>
            /// <param name="p">The norm's exponent.</param>
            /// <param name="dim">The dimension.</param>
            /// <param name="eps">The least that is divided by.</param>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12)
            {
                using var norm = NormOp.Call(input, p, new[] { dim }, true);
                using var divisor = norm.clamp_min(eps);
                return DivideOp.Call(input, divisor);
            }
        }
    }
}
