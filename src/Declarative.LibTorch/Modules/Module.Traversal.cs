using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The direct submodules with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            /// <summary>The direct submodules.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>All modules below this one with their dotted paths: the direct ones first, then theirs.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in _internal_submodules) yield return child;

                foreach (var (path, child) in _internal_submodules)
                {
                    foreach (var (name, module) in child.named_modules()) yield return ($"{path}.{name}", module);
                }
            }

            /// <summary>All modules below this one.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>The parameters with their dotted paths, each tensor once.</summary>
            /// <param name="recurse">Whether those of submodules are included.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<IntPtr>();
                foreach (var entry in _internal_params)
                {
                    if (IsNew(seen, entry.Item2)) yield return entry;
                }

                if (!recurse) yield break;
                foreach (var (path, child) in _internal_submodules)
                {
                    foreach (var (name, parameter) in child.named_parameters(true))
                    {
                        if (IsNew(seen, parameter)) yield return ($"{path}.{name}", parameter);
                    }
                }
            }

            /// <summary>The parameters, each tensor once.</summary>
            /// <param name="recurse">Whether those of submodules are included.</param>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>The persistent buffers with their dotted paths, each tensor once.</summary>
            /// <param name="recurse">Whether those of submodules are included.</param>
            /// <param name="include_nonpersistent">Without effect, as in TorchSharp 0.107: others are never listed.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<IntPtr>();
                foreach (var (name, (buffer, persistent)) in _internal_buffers)
                {
                    if (persistent && IsNew(seen, buffer)) yield return (name, buffer);
                }

                if (!recurse) yield break;
                foreach (var (path, child) in _internal_submodules)
                {
                    foreach (var (name, buffer) in child.named_buffers(true, include_nonpersistent))
                    {
                        if (IsNew(seen, buffer)) yield return ($"{path}.{name}", buffer);
                    }
                }
            }

            /// <summary>The persistent buffers, each tensor once.</summary>
            /// <param name="recurse">Whether those of submodules are included.</param>
            /// <param name="include_nonpersistent">Without effect; see <see cref="named_buffers"/>.</param>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>Whether there is a parameter at a dotted path.</summary>
            /// <param name="target">The path.</param>
            public virtual bool has_parameter(string target) =>
                _internal_params.ContainsKey(target) ||
                Below(target).Any(next => next.child.has_parameter(next.rest));

            /// <summary>The parameter at a dotted path, or null.</summary>
            /// <param name="target">The path.</param>
            public virtual Parameter? get_parameter(string target) =>
                _internal_params.TryGetValue(target, out var parameter)
                    ? parameter
                    : Below(target).Select(next => next.child.get_parameter(next.rest)).FirstOrDefault(p => p is not null);

            /// <summary>Whether there is a buffer at a dotted path.</summary>
            /// <param name="target">The path.</param>
            public virtual bool has_buffer(string target) =>
                _internal_buffers.ContainsKey(target) ||
                Below(target).Any(next => next.child.has_buffer(next.rest));

            /// <summary>The buffer at a dotted path, or null.</summary>
            /// <param name="target">The path.</param>
            public virtual Tensor? get_buffer(string target) =>
                _internal_buffers.TryGetValue(target, out var buffer)
                    ? buffer.Item1
                    : Below(target).Select(next => next.child.get_buffer(next.rest)).FirstOrDefault(b => b is not null);

            private IEnumerable<(Module child, string rest)> Below(string path)
            {
                var dot = path.IndexOf('.', StringComparison.Ordinal);
                if (dot < 0) return [];
                var (first, rest) = (path[..dot], path[(dot + 1)..]);
                return named_children().Where(child => child.name == first).Select(child => (child.module, rest));
            }

            private protected static bool IsNew(HashSet<IntPtr> seen, Tensor tensor) =>
                !tensor.IsInvalid && seen.Add(tensor.Handle);
        }
    }
}
