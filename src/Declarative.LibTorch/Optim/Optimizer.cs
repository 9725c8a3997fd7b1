#nullable disable

using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers and learning rate schedules.</summary>
    public static partial class optim
    {
        /// <summary>Base class of all optimizers: groups of parameters, and a step that changes them by their gradients.</summary>
        public abstract partial class Optimizer : IDisposable
        {
            /// <summary>The groups of parameters.</summary>
            protected IList<ParamGroup> _parameter_groups;

            private protected Optimizer()
            {
            }

            /// <summary>The groups of parameters, for what changes their learning rates.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            /// <summary>Releases the optimizer's state; the parameters live on.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Releases the optimizer's state.</summary>
            /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>Changes the parameters by their gradients.</summary>
            /// <param name="closure">Computes the loss and its gradients first, or null.</param>
            /// <returns>The closure's result, or null.</returns>
            public virtual Tensor step(Func<Tensor> closure = null) => throw new NotImplementedException("step");

            /// <summary>Fills the gradients with zeros.</summary>
            public virtual void zero_grad() => throw new NotImplementedException("zero_grad");

            /// <summary>The parameters of all groups.</summary>
            public virtual IEnumerable<Parameter> parameters() => throw new NotImplementedException("parameters");

            /// <summary>Adds a group of parameters.</summary>
            /// <param name="param_group">The group; options that it leaves open are the optimizer's.</param>
            public virtual void add_param_group(ParamGroup param_group) => throw new NotImplementedException("add_param_group");

            /// <summary>An optimizer's options and state, one entry for each group and each parameter.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>The options of each group.</summary>
                public List<OptimizerOptions> Options { get; private set; } = [];

                /// <summary>The state of each parameter.</summary>
                public List<OptimizerState> State { get; private set; } = [];

                /// <summary>For each group, the positions of its parameters' states.</summary>
                public List<List<int>> StateIndexRef { get; private set; } = [];
            }
        }
    }
}
