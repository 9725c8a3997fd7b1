using System.Runtime.CompilerServices;

namespace Declarative;

/// <summary>Which layers have an adapter, whether active or not. Layers are held weakly.</summary>
internal static class AttachedAdapters
{
    private static readonly ConditionalWeakTable<nn.Module, Adapter> Attached = [];

    /// <summary>Throws where <paramref name="layer"/> has an adapter.</summary>
    public static void ThrowIfAttached(ResolvedLayer layer)
    {
        if (!Attached.TryGetValue(layer.Layer, out var existing))
            return;
        throw new AdapterException(existing.AdapterName == layer.Plan.Name
            ? $"The adapters '{layer.Plan.Name}' are attached already: '{layer.Path}' has one. "
                + "Use the AdapterSet of the first Attach, or dispose it before attaching again."
            : $"The layer '{layer.Path}' has the adapter '{existing.AdapterName}' already, and '{layer.Plan.Name}' claims it too. "
                + "Dispose the AdapterSet of the first, or leave the layer out of one with Exclude.");
    }

    /// <summary>Throws where another set trains the parameter: disposing either would give back what is not the original.</summary>
    public static void ThrowIfTrained(ResolvedParameter parameter)
    {
        if (FrozenParameters.IsTrained(parameter.Place))
            throw new AdapterException(
                $"'{parameter.Place.Path}' is trained by another AdapterSet already, and [{parameter.Plan.Options.Method}] '{parameter.Plan.Name}' "
                + "trains it too. Dispose the other first, or leave it out with Exclude.");
    }

    public static void Add(Adapter adapter) => Attached.Add(adapter.BaseLayer, adapter);

    public static void Remove(Adapter adapter) => Attached.Remove(adapter.BaseLayer);
}
