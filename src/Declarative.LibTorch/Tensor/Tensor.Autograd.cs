using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether the tensor was made by the user and not by an operation that is recorded.</summary>
        public bool is_leaf => Errors.Check(NativeMethods.dt_is_leaf(Handle)) != 0;

        /// <summary>Whether gradients with respect to the tensor are computed.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">The elements are integers.</exception>
        public bool requires_grad
        {
            get => Errors.Check(NativeMethods.dt_requires_grad(Handle)) != 0;
            set => Errors.Check(NativeMethods.dt_set_requires_grad(Handle, value ? 1 : 0));
        }

        /// <summary>The gradient accumulated so far, in a new tensor that shares its memory; null before the first.</summary>
        public unsafe Tensor? grad
        {
            get
            {
                nint gradient;
                Errors.Check(NativeMethods.dt_grad(Handle, &gradient));
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set => Errors.Check(NativeMethods.dt_set_grad(Handle, value?.Handle ?? 0));
        }

        /// <summary>Sets whether gradients with respect to the tensor are computed.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Sets whether gradients with respect to the tensor are computed.</summary>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that is not a leaf.</summary>
        public void retain_grad() => Errors.Check(NativeMethods.dt_retain_grad(Handle));

        /// <summary>Computes the gradient of this scalar and adds it to the leaves' <see cref="grad"/>.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">Not a scalar, or nothing requires gradients.</exception>
        public void backward() => autograd.backward([this]);

        /// <summary>Computes gradients and adds them to the leaves' <see cref="grad"/>.</summary>
        /// <param name="grad_tensors">The gradient with respect to this tensor; null for a scalar's 1.</param>
        /// <param name="retain_graph">Whether the graph can be used once more.</param>
        /// <param name="create_graph">Whether the gradients can be differentiated.</param>
        /// <param name="inputs">The leaves that gradients are wanted for; null for all.</param>
        public void backward(
            IList<Tensor>? grad_tensors = null,
            bool retain_graph = false,
            bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors!, retain_graph, create_graph, inputs!);

        /// <summary>The same data, outside the graph.</summary>
        public Tensor detach() => Aten.Detach.Call(this);

        /// <summary>Takes the tensor out of the graph.</summary>
        public Tensor detach_()
        {
            Aten.Detach_.Do(this);
            return this;
        }
    }
}
