using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op CrossEntropyOp = new("cross_entropy_loss");
            private static readonly Op MseOp = new("mse_loss");
            private static readonly Op NllOp = new("nll_loss_nd");
            private static readonly Op BinaryCrossEntropyWithLogitsOp = new("binary_cross_entropy_with_logits");
            private static readonly Op BroadcastOp = new("broadcast_tensors");

            /// <summary>The cross entropy of logits and class indices or probabilities.</summary>
            /// <param name="input">The logits, [N, C] or [N, C, …].</param>
            /// <param name="target">The classes, [N] or [N, …], or probabilities of the input's shape.</param>
            /// <param name="weight">The weight of each class, or null.</param>
            /// <param name="ignore_index">The class index to leave out.</param>
            /// <param name="reduction">How the elements' losses are joined.</param>
            /// <param name="label_smoothing">How much of each target is spread over all classes.</param>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                CrossEntropyOp.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>The squared difference; shapes that differ are broadcast.</summary>
            /// <param name="input">The prediction.</param>
            /// <param name="target">The target.</param>
            /// <param name="reduction">How the elements' losses are joined.</param>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                if (input.shape.AsSpan().SequenceEqual(target.shape)) return MseOp.Call(input, target, (long)reduction);

                var same = BroadcastOp.CallList(Arg.List([input, target]));
                using var left = same[0];
                using var right = same[1];
                return MseOp.Call(left, right, (long)reduction);
            }

            /// <summary>The negative log likelihood of log probabilities and class indices.</summary>
            /// <param name="input">The log probabilities, [N, C] or [N, C, …].</param>
            /// <param name="target">The classes, [N] or [N, …]; -100 is left out.</param>
            /// <param name="weight">The weight of each class, or null.</param>
            /// <param name="reduction">How the elements' losses are joined.</param>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                NllOp.Call(input, target, weight, (long)reduction, -100L);

            /// <summary>The binary cross entropy of logits.</summary>
            /// <param name="input">The logits.</param>
            /// <param name="target">The targets, of the same shape.</param>
            /// <param name="weight">The weight of each element, or null.</param>
            /// <param name="reduction">How the elements' losses are joined.</param>
            /// <param name="pos_weights">The weight of positive targets, or null.</param>
            /// <exception cref="ArgumentException">The shapes differ.</exception>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                if (!input.shape.AsSpan().SequenceEqual(target.shape))
                    throw new ArgumentException($"Target size ({string.Join(", ", target.shape)}) must be the same as input size ({string.Join(", ", input.shape)})");
                return BinaryCrossEntropyWithLogitsOp.Call(input, target, weight, pos_weights, (long)reduction);
            }
        }
    }
}
