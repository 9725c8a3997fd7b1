namespace Declarative;

/// <summary>Runs a <see cref="Sequential"/> child by child, each through its adapter where it has one.</summary>
internal sealed class SequentialRoute(Sequential sequential) : nn.Module<Tensor, Tensor>(nameof(SequentialRoute))
{
    // Not a field of a Module type, which TorchSharp would register as a child.
    private readonly Lazy<Sequential> sequential = new(sequential);

    /// <summary>Whether the calls inside a module are those of <see cref="Sequential"/> itself, so that a route can stand in for it.</summary>
    public static bool CanReplace(Sequential sequential) =>
        sequential.GetType().GetMethod(nameof(forward), [typeof(Tensor)])?.DeclaringType == typeof(Sequential);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var modules = sequential.Value;
        if (modules.Count == 0)
            return input.alias();

        var current = Call(modules, 0, input);
        for (var i = 1; i < modules.Count; i++)
        {
            using var previous = current;
            current = Call(modules, i, previous);
        }
        return current;
    }

    private static Tensor Call(Sequential modules, int index, Tensor input)
    {
        var child = modules[index];
        return child is nn.Module module && AdapterDispatch.Find(module) is { } route ? route.call(input) : child.call(input);
    }
}
