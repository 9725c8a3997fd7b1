using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A sequence without modules, to append to.</summary>
        public static Sequential Sequential() => new();

        /// <summary>Named modules called one after the other.</summary>
        /// <param name="modules">The modules.</param>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
            Sequential((IEnumerable<(string name, Module<Tensor, Tensor> submodule)>)modules);

        /// <summary>Modules called one after the other, named by their positions.</summary>
        /// <param name="modules">The modules.</param>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
            Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

        /// <summary>Named modules called one after the other.</summary>
        /// <param name="modules">The modules.</param>
        public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
            Sequential((IEnumerable<Tuple<string, Module<Tensor, Tensor>>>)modules);

        /// <summary>Named modules called one after the other.</summary>
        /// <param name="modules">The modules.</param>
        public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules)
        {
            var sequence = new Sequential();
            foreach (var (name, module) in modules) sequence.Add(name, module);
            return sequence;
        }

        /// <summary>Named modules called one after the other.</summary>
        /// <param name="modules">The modules.</param>
        public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
            Sequential(modules.Select(module => (module.Item1, module.Item2)));

        /// <summary>Modules called one after the other, named by their positions.</summary>
        /// <param name="modules">The modules.</param>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules)
        {
            var sequence = new Sequential();
            foreach (var module in modules) sequence.Add(module);
            return sequence;
        }

        /// <summary>A list of modules, registered by their positions.</summary>
        /// <param name="modules">The modules.</param>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        /// <summary>A list of modules, registered by their positions.</summary>
        /// <param name="modules">The modules.</param>
        public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);

        /// <summary>A dictionary of modules, registered by their keys.</summary>
        /// <param name="modules">The modules with their keys.</param>
        public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

        /// <summary>A dictionary of modules, registered by their keys.</summary>
        /// <param name="modules">The modules with their keys.</param>
        public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
        {
            var result = new ModuleDict<T>();
            foreach (var module in modules) result.Add(module);
            return result;
        }

        /// <summary>A list of parameters, named by their positions.</summary>
        /// <param name="parameters">The parameters.</param>
        public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
    }
}
