using Declarative.Patterns;

namespace Declarative;

/// <summary>
/// Layers that an attribute's pattern means and the generator could not see: registered from an array or a loop, or in a
/// module whose type only a run knows. Their calls are not intercepted, so an adapter there would never run.
/// </summary>
/// <remarks>Looks into modules of the annotated class's own assembly only: others are out of the generator's reach by rule.</remarks>
internal static class UnseenLayers
{
    private const int Shown = 4;

    /// <summary>Nothing where every layer that the pattern means is one of <paramref name="seen"/>.</summary>
    /// <exception cref="AdapterException">Names the layers and the ways out.</exception>
    public static void Refuse(nn.Module host, AdapterPlan plan, TargetPattern targets, TargetPattern exclude, IReadOnlySet<nn.Module> seen)
    {
        var unseen = Layers(host, "", host.GetType().Assembly)
            .Where(l => !seen.Contains(l.Layer) && plan.Options.Adapts(l.Layer))
            .Where(l => LayerKind.IsLinear(l.Layer) is var isLinear && targets.Matches(l.Path, isLinear) && !exclude.Matches(l.Path, isLinear))
            .Select(static l => $"'{l.Path}'")
            .ToList();
        if (unseen.Count == 0)
            return;
        var more = unseen.Count > Shown ? $" and {unseen.Count - Shown} more" : "";
        throw new AdapterException(
            $"[{plan.Options.Method}] '{plan.Name}' on {host.GetType().Name}: Targets \"{plan.Targets}\" means "
            + $"{string.Join(", ", unseen.Take(Shown))}{more}, which the generator did not see, so no call would reach an adapter there. "
            + "Hold such a layer in a field or property, a ModuleList, ModuleDict or Sequential, of a type that names it; or put an "
            + "attribute on the class that owns it; or leave it out with Exclude.");
    }

    private static IEnumerable<(string Path, nn.Module Layer)> Layers(nn.Module owner, string path, System.Reflection.Assembly assembly)
    {
        foreach (var (name, child) in owner.named_children())
        {
            var childPath = ModelWalk.Join(path, name);
            if (child is Linear or Embedding or Convolution)
            {
                yield return (childPath, child);
            }
            else if (child is not AdapterContainer && (child is Sequential || IsList(child) || child.GetType().Assembly == assembly))
            {
                foreach (var layer in Layers(child, childPath, assembly))
                    yield return layer;
            }
        }
    }

    private static bool IsList(nn.Module module) =>
        module.GetType() is { IsGenericType: true } type
        && (type.GetGenericTypeDefinition() == typeof(ModuleList<>) || type.GetGenericTypeDefinition() == typeof(ModuleDict<>));
}
