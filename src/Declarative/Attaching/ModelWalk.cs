namespace Declarative;

/// <summary>Walks over a model's modules with their paths, each instance once, adapters left out.</summary>
internal static class ModelWalk
{
    /// <summary>The model (path empty) and every module in it, parents before children.</summary>
    public static IEnumerable<(string Path, nn.Module Module)> Modules(nn.Module model)
    {
        var seen = new HashSet<nn.Module>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(string Path, nn.Module Module)>([("", model)]);
        while (pending.TryPop(out var next))
        {
            if (next.Module is AdapterContainer || !seen.Add(next.Module))
                continue;
            yield return next;
            foreach (var (name, child) in next.Module.named_children().Reverse())
                pending.Push((Join(next.Path, name), child));
        }
    }

    /// <summary>The base model's parameters, each once, with the module that has them.</summary>
    public static IEnumerable<BaseParameter> Parameters(nn.Module model)
    {
        var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
        foreach (var (path, module) in Modules(model))
        {
            foreach (var (name, parameter) in module.named_parameters(recurse: false))
            {
                if (seen.Add(parameter))
                    yield return new BaseParameter(Join(path, name), module, name, parameter);
            }
        }
    }

    public static string Join(string path, string name) => path.Length == 0 ? name : name.Length == 0 ? path : $"{path}.{name}";
}
