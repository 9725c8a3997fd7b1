using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What a function's forward pass leaves for its backward pass.</summary>
        public class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> data = new(StringComparer.Ordinal);
            private List<Tensor> saved = [];

            internal AutogradContext()
            {
            }

            /// <summary>Keeps tensors until the backward pass; to be called once.</summary>
            public void save_for_backward(List<Tensor> tensors) =>
                saved = [.. tensors.Select(static t => t.alias().DetachFromDisposeScope())];

            /// <summary>The tensors of <see cref="save_for_backward"/>.</summary>
            public List<Tensor> get_saved_variables() => [.. saved.Select(static t => t.alias())];

            /// <summary>Keeps what is no tensor.</summary>
            public void save_data(string key, object value) => data[key] = value;

            /// <summary>What <see cref="save_data"/> kept.</summary>
            public object get_data(string key) => data[key];

            /// <summary>Releases the saved tensors.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Releases the saved tensors.</summary>
            protected virtual void Dispose(bool disposing)
            {
                foreach (var tensor in saved)
                    tensor.Dispose();
                saved = [];
                data.Clear();
            }
        }

        /// <summary>A function with a backward pass of its own.</summary>
        /// <typeparam name="T">The type that derives from it.</typeparam>
        public abstract class Function<T>
            where T : Function<T>, new()
        {
            internal static readonly T Instance = new();

            /// <summary>The function's name.</summary>
            public abstract string Name { get; }
        }

        /// <summary>A function with a backward pass of its own and one result.</summary>
        /// <typeparam name="T">The type that derives from it.</typeparam>
        public abstract class SingleTensorFunction<T> : Function<T>
            where T : SingleTensorFunction<T>, new()
        {
            /// <summary>Runs the forward pass, and has the backward pass run where a gradient is wanted of an argument.</summary>
            /// <param name="vars">Tensors and other values.</param>
            public static Tensor apply(params object[] vars)
            {
                var recorded = is_grad_enabled() && vars.Any(static v => v is Tensor { requires_grad: true });
                var context = new AutogradContext();
                Tensor output;
                using (no_grad())
                    output = Instance.forward(context, vars);
                if (recorded)
                    FunctionNode.Attach(output, vars, gradient => Instance.backward(context, gradient)!, context);
                else
                    context.Dispose();
                return output;
            }

            /// <summary>The result. Called without gradients.</summary>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>One gradient for each argument of the forward pass; null for one that is no tensor or needs none.</summary>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);
        }
    }
}
