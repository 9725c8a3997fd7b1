using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op ReluOp = new("relu");
            private static readonly Op ReluInPlaceOp = new("relu_");
            private static readonly Op SiluOp = new("silu");
            private static readonly Op SiluInPlaceOp = new("silu_");
            private static readonly Op TanhOp = new("tanh");
            private static readonly Op TanhInPlaceOp = new("tanh_");
            private static readonly Op SigmoidOp = new("sigmoid");
            private static readonly Op SigmoidInPlaceOp = new("sigmoid_");
            private static readonly Op GeluOp = new("gelu");
            private static readonly Op GeluInPlaceOp = new("gelu_");
            private static readonly Op SoftmaxOp = new("softmax", "int");
            private static readonly Op LogSoftmaxOp = new("log_softmax", "int");

            /// <summary>The rectifier, max(x, 0).</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor relu(Tensor x, bool inplace = false) => Apply(x, inplace ? ReluInPlaceOp : ReluOp, inplace);

            /// <summary>x · sigmoid(x).</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor silu(Tensor x, bool inplace = false) => Apply(x, inplace ? SiluInPlaceOp : SiluOp, inplace);

            /// <summary>The hyperbolic tangent.</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor tanh(Tensor x, bool inplace = false) => Apply(x, inplace ? TanhInPlaceOp : TanhOp, inplace);

            /// <summary>1 / (1 + exp(-x)).</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor sigmoid(Tensor x, bool inplace) => Apply(x, inplace ? SigmoidInPlaceOp : SigmoidOp, inplace);

            /// <summary>1 / (1 + exp(-x)).</summary>
            /// <param name="x">The input.</param>
            public static Tensor sigmoid(Tensor x) => sigmoid(x, false);

            /// <summary>x · Φ(x), with Φ the standard normal distribution function.</summary>
            /// <param name="x">The input.</param>
            /// <param name="approximate">How Φ is computed.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false)
            {
                var how = approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none";
                if (!inplace) return GeluOp.Call(x, how);
                GeluInPlaceOp.Do(x, how);
                return x.alias();
            }

            /// <summary>x · Φ(x), with Φ the standard normal distribution function.</summary>
            /// <param name="x">The input.</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            /// <summary>x · Φ(x), with Φ the standard normal distribution function.</summary>
            /// <param name="x">The input.</param>
            public static Tensor gelu(Tensor x) => gelu(x, false);

            /// <summary>Normalised exponentials over a dimension.</summary>
            /// <param name="input">The input.</param>
            /// <param name="dim">The dimension.</param>
            /// <param name="dtype">The element type to compute in, or null for the input's.</param>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => SoftmaxOp.Call(input, dim, dtype);

            /// <summary>The logarithm of normalised exponentials over a dimension.</summary>
            /// <param name="x">The input.</param>
            /// <param name="dim">The dimension.</param>
            public static Tensor log_softmax(Tensor x, long dim) => LogSoftmaxOp.Call(x, dim);

            // An in-place operator's result is the input itself; the caller gets an object of its own for it.
            private static Tensor Apply(Tensor x, Op op, bool inplace)
            {
                if (!inplace) return op.Call(x);
                op.Do(x);
                return x.alias();
            }
        }
    }
}
