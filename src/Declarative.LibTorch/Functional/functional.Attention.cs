using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly bool HasPublicOp = Op.Exists("scaled_dot_product_attention");
            private static readonly Op PublicOp = new("scaled_dot_product_attention");
            private static readonly Op BeforeTwoOp = new("_scaled_dot_product_attention");

            /// <summary><c>softmax(query · keyᵀ / √E + mask) · value</c>, with dropout on the softmax.</summary>
            /// <param name="query">[N, …, L, E].</param>
            /// <param name="key">[N, …, S, E].</param>
            /// <param name="value">[N, …, S, V].</param>
            /// <param name="attn_mask">[…, L, S]: true where a position takes part, or numbers to add; null for none.</param>
            /// <param name="p">The probability of dropout.</param>
            /// <param name="is_casual">Whether each position sees only those up to its own.</param>
            /// <returns>[N, …, L, V].</returns>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null,
                double p = 0.0, bool is_casual = false)
            {
                if (HasPublicOp) return PublicOp.Call(query, key, value, attn_mask, p, is_casual);

                // libtorch 1.13: the same computation under its private name, with the weights as a second result.
                var (output, weights) = BeforeTwoOp.Call2(query, key, value, attn_mask, p, false, is_casual);
                weights?.Dispose();
                return output;
            }
        }
    }
}
