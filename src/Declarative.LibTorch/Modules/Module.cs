namespace TorchSharp;

public static partial class torch
{
    /// <summary>Neural network modules, functions and their initialisation.</summary>
    public static partial class nn
    {
        /// <summary>
        /// Base class of all neural network modules: a named tree of submodules with parameters and buffers.
        /// </summary>
        /// <remarks>
        /// Fields that hold modules, parameters or tensors are registered under their names when
        /// <see cref="RegisterComponents"/> runs, which a constructor does last, or the parent when it registers
        /// this module.
        /// </remarks>
        public partial class Module : IDisposable
        {
            /// <summary>The type of the device that the module was last moved to.</summary>
            protected DeviceType _deviceType = DeviceType.CPU;

            /// <summary>The index of the device that the module was last moved to, or -1.</summary>
            protected int _deviceIndex = -1;

            /// <summary>The name given to the constructor.</summary>
            protected string? name;

            private bool _training = true;

            /// <summary>Creates a module without components.</summary>
            /// <param name="name">The name that <see cref="GetName"/> returns.</param>
            protected Module(string name) => this.name = name;

            /// <summary>True once the base class's <see cref="Dispose(bool)"/> has run.</summary>
            internal bool IsInvalid { get; private set; }

            /// <summary>Releases the parameters, the buffers and all submodules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Releases the registered parameters and buffers, then every module below this one.</summary>
            /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || IsInvalid) return;

                foreach (var (_, buffer) in named_buffers(false)) buffer.DetachFromDisposeScope().Dispose();
                foreach (var (_, parameter) in named_parameters(false)) parameter.DetachFromDisposeScope().Dispose();
                foreach (var (_, module) in named_modules()) module.Dispose();
                IsInvalid = true;
            }

            /// <summary>The name given to the constructor, or the name of the module's kind.</summary>
            public virtual string GetName() => string.IsNullOrEmpty(name) ? GetType().Name : name;

            /// <summary>Whether the module is in training mode; true at first.</summary>
            public virtual bool training => _training;

            /// <summary>Puts the module and its children into training or evaluation mode.</summary>
            /// <param name="train">True for training mode.</param>
            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var (_, child) in named_children()) child.train(train);
            }

            /// <summary>Puts the module and its children into evaluation mode.</summary>
            public virtual void eval() => train(false);

            /// <summary>Clears the gradients of all parameters.</summary>
            /// <param name="set_to_none">True to drop the gradients, false to fill them with zeros.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var (_, parameter) in named_parameters())
                {
                    using var grad = parameter.grad;
                    if (grad is null) continue;
                    if (set_to_none) parameter.grad = null;
                    else grad.zero_().Dispose();
                }
            }

            /// <summary>Calls a function with every registered submodule, depth first, and with this module last.</summary>
            /// <param name="fn">The function.</param>
            /// <returns>This module.</returns>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, module) in _internal_submodules) module.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>The device and element type to create a module with: the given ones, or the current defaults.</summary>
            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(
                Device? device = null, ScalarType? dtype = null) =>
                (device ?? CPU, dtype ?? get_default_dtype());
        }
    }
}
