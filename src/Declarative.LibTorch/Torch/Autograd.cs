using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Automatic differentiation.</summary>
    public static unsafe partial class autograd
    {
        /// <summary>The gradients of <paramref name="outputs"/> with respect to <paramref name="inputs"/>.</summary>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">What it is differentiated by.</param>
        /// <param name="grad_outputs">The gradient with respect to each output; null where all are scalars.</param>
        /// <param name="retain_graph">Whether the graph can be used once more.</param>
        /// <param name="create_graph">Whether the gradients can be differentiated.</param>
        /// <param name="allow_unused">Whether an input may have no gradient (null).</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">An output does not depend on an input, or has no graph.</exception>
        public static IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor> grad_outputs = null!,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false)
        {
            var outs = Handles(outputs);
            var ins = Handles(inputs);
            var grads = Handles(grad_outputs);
            var results = new nint[ins.Length];
            fixed (nint* o = outs, i = ins, g = grads, r = results)
            {
                Errors.Check(NativeMethods.dt_autograd_grad(
                    o, outs.Length, i, ins.Length, g, grads.Length, Int(retain_graph), Int(create_graph), Int(allow_unused), r));
            }

            KeepAlive(outputs, inputs, grad_outputs);
            return results.Select(result => result == 0 ? null! : new Tensor(result)).ToList();
        }

        /// <summary>Computes gradients and adds them to the leaves' <see cref="Tensor.grad"/>.</summary>
        /// <param name="tensors">What is differentiated.</param>
        /// <param name="grad_tensors">The gradient with respect to each; null where all are scalars.</param>
        /// <param name="retain_graph">Whether the graph can be used once more; null: if <paramref name="create_graph"/>.</param>
        /// <param name="create_graph">Whether the gradients can be differentiated.</param>
        /// <param name="inputs">The leaves that gradients are wanted for; null for all.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">Nothing requires gradients, or a shape is wrong.</exception>
        public static void backward(
            IList<Tensor> tensors,
            IList<Tensor> grad_tensors = null!,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor> inputs = null!)
        {
            var roots = Handles(tensors);
            var grads = Handles(grad_tensors);
            var leaves = Handles(inputs);
            fixed (nint* t = roots, g = grads, i = leaves)
            {
                Errors.Check(NativeMethods.dt_backward(
                    t, roots.Length, g, grads.Length, Int(retain_graph ?? create_graph), Int(create_graph), i, leaves.Length));
            }

            KeepAlive(tensors, grad_tensors, inputs);
        }

        /// <summary>Computes gradients of one tensor and adds them to the leaves' <see cref="Tensor.grad"/>.</summary>
        public static void backward(
            Tensor tensor,
            IList<Tensor> grad_tensors = null!,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor> inputs = null!) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Computes gradients of one tensor and adds them to the leaves' <see cref="Tensor.grad"/>.</summary>
        public static void backward(
            Tensor tensor,
            Tensor grad_tensor,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor> inputs = null!) => backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        private static nint[] Handles(IList<Tensor>? tensors)
        {
            if (tensors is null)
                return [];
            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++)
                handles[i] = tensors[i]?.Handle ?? 0;
            return handles;
        }

        private static int Int(bool value) => value ? 1 : 0;

        private static void KeepAlive(object? first, object? second, object? third)
        {
            GC.KeepAlive(first);
            GC.KeepAlive(second);
            GC.KeepAlive(third);
        }
    }
}
