using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The functions that modules compute.</summary>
        public static partial class functional
        {
            private static readonly Op LinearOp = new("linear");

            /// <summary>The affine map <c>input · weightsᵀ + bias</c>.</summary>
            /// <param name="input">[…, in].</param>
            /// <param name="weights">[out, in].</param>
            /// <param name="bias">[out], or null.</param>
            /// <returns>[…, out].</returns>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => LinearOp.Call(input, weights, bias);
        }
    }
}
