using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done with the parameters of a model as a whole.</summary>
        public static partial class utils
        {
            private static readonly Op NormOp = new("linalg_vector_norm");
            private static readonly Op StackOp = new("stack");

            /// <summary>Scales all gradients down together so that their joint norm is no larger than a limit.</summary>
            /// <param name="tensors">The parameters; those without a gradient do not count.</param>
            /// <param name="max_norm">The limit.</param>
            /// <param name="norm_type">The norm's exponent.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                var grads = Gradients(tensors);
                if (grads.Length == 0) return 0;

                var norms = Array.ConvertAll(grads, grad => NormOp.Call(grad, norm_type));
                var total = NormOp.Call(StackOp.Call(Arg.List(norms)), norm_type).ToDouble();
                var scale = max_norm / (total + 1e-6);
                if (scale < 1) ForeachOperators.MultiplyInPlace(grads, scale);
                return total;
            }

            /// <summary>Clamps the elements of all gradients to [-limit, limit].</summary>
            /// <param name="tensors">The parameters.</param>
            /// <param name="clip_value">The limit.</param>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                foreach (var grad in Gradients(tensors)) grad.clamp_(-clip_value, clip_value);
            }

            /// <summary>The elements of all parameters in one vector.</summary>
            /// <param name="tensors">The parameters.</param>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat(tensors.Select(tensor => tensor.reshape(-1)).ToArray()).MoveToOuterDisposeScope();
            }

            /// <summary>Copies the elements of a vector to parameters, one after the other.</summary>
            /// <param name="vec">The vector.</param>
            /// <param name="tensors">The parameters.</param>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                var start = 0L;
                foreach (var tensor in tensors)
                {
                    var count = tensor.numel();
                    tensor.copy_(vec.narrow(0, start, count).view_as(tensor));
                    start += count;
                }
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> parameters) =>
                parameters.Select(parameter => parameter.grad).OfType<Tensor>().ToArray();
        }
    }
}
