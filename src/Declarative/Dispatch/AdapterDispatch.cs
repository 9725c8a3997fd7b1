using System.Runtime.CompilerServices;

namespace Declarative;

/// <summary>
/// Where a call on a layer finds the adapter to run instead. Holds active adapters only: of a merged or disabled adapter
/// there is none, and the call costs what the bare layer costs.
/// </summary>
/// <remarks>Layers are held weakly. Reading is safe from any thread, allocates nothing and takes no lock.</remarks>
public static class AdapterDispatch
{
    private static readonly ConditionalWeakTable<nn.Module, nn.Module<Tensor, Tensor>> Routes = [];

    /// <summary>The module to call instead of <paramref name="layer"/>, or <see langword="null"/> to call the layer itself.</summary>
    /// <param name="layer">A layer that may have an adapter, or a <see cref="Sequential"/> that may hold some.</param>
    public static nn.Module<Tensor, Tensor>? Find(nn.Module layer) =>
        Routes.TryGetValue(layer, out var route) ? route : null;

    internal static void Set(nn.Module layer, nn.Module<Tensor, Tensor> route) => Routes.AddOrUpdate(layer, route);

    internal static void Remove(nn.Module layer) => Routes.Remove(layer);
}
