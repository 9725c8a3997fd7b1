namespace Declarative;

/// <summary>Makes the adapter of one layer and puts it into its owner's container.</summary>
internal static class Attaching
{
    /// <summary>Attaches one adapter, not yet active. On failure nothing is changed.</summary>
    public static AttachedLayer Attach(ResolvedLayer layer)
    {
        var module = layer.Layer as nn.Module<Tensor, Tensor>
            ?? throw new AdapterException(
                $"'{layer.Path}' is a {layer.Layer.GetType().Name}, which does not map one tensor to one tensor; "
                + $"{layer.Plan.Options.Method} cannot adapt it. Leave it out with Exclude.");
        ThrowIfDisposed(layer);
        var container = Container(layer);
        Adapter? adapter = null;
        Explain(layer.Path, () => adapter = layer.Target.Create(
            module, layer.Plan.Options.For(layer.HostPath, LayerKind.IsLinear(module))));
        adapter!.LayerPath = layer.Path;
        adapter.AdapterName = layer.Plan.Name;
        adapter.train(layer.Owner.training);
        container.Add(layer.LocalPath, adapter);
        if (AdapterContainer.Of<AdapterContainer>(layer.Owner) is null)
            layer.Owner.register_module(AdapterContainer.ChildName, container);
        AttachedAdapters.Add(adapter);
        return new AttachedLayer(adapter, layer.Owner, layer.LocalPath, layer.Sequences);
    }

    /// <summary>Runs <paramref name="action"/>; an error of an adapter's settings gets the layer's path.</summary>
    public static void Explain(string path, Action action)
    {
        try
        {
            action();
        }
        catch (AdapterException e)
        {
            throw new AdapterException($"'{path}' cannot be adapted. {e.Message}", e);
        }
    }

    private static AdapterContainer Container(ResolvedLayer layer)
    {
        var existing = layer.Owner.named_children().FirstOrDefault(static c => c.name == AdapterContainer.ChildName).module;
        return existing switch
        {
            null => layer.Target.CreateContainer(),
            AdapterContainer container => container,
            _ => throw new AdapterException(
                $"{layer.Owner.GetType().Name} has a child module named '{AdapterContainer.ChildName}' of its own, the name under "
                + "which adapters are registered. Rename that child."),
        };
    }

    private static void ThrowIfDisposed(ResolvedLayer layer)
    {
        var weight = layer.Layer.get_parameter(BaseTensor.WeightName) ?? layer.Layer.get_buffer(BaseTensor.WeightName);
        if (weight is { IsInvalid: true })
            throw new AdapterException(
                $"The layer '{layer.Path}' ({layer.Layer.GetType().Name}) has been disposed, so it cannot be adapted. "
                + "Attach before disposing any part of the model.");
    }
}
