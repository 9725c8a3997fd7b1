namespace Declarative;

/// <summary>
/// The adapters attached to one model: they are trained, the model they were attached to is frozen. Disposing the set gives
/// the original model back, to the bit, trainable flags included.
/// </summary>
/// <remarks>Not for use from several threads at once; calling the model is as safe as without adapters.</remarks>
public sealed partial class AdapterSet : IDisposable
{
    private readonly nn.Module model;
    private readonly List<AttachedLayer> layers = [];
    private readonly FrozenParameters frozen = new();
    private readonly TrainedParameters trained = new();
    private readonly List<MethodSession> sessions = [];
    private readonly long baseParameters;
    private int disabled;
    private bool merged;
    private bool disposed;

    private AdapterSet(nn.Module model, string? name)
    {
        this.model = model;
        try
        {
            baseParameters = ModelWalk.Parameters(model).Sum(static p => p.Parameter.numel());
            Build(PlanResolver.Resolve(model, name));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Whether the updates are added into the layers' weights, so that a layer costs what it costs without adapters.</summary>
    public bool IsMerged => merged;

    /// <summary>Whether the model computes with the adapters: not between <see cref="Disable"/> and the end of its scope.</summary>
    public bool IsEnabled => disabled == 0 && !disposed;

    /// <summary>The adapters, in the order of the model's layers.</summary>
    public IReadOnlyList<Adapter> Adapters => [.. layers.Select(static l => l.Adapter)];

    /// <summary>What is trained: the adapters' parameters, and the biases that an attribute names. Read anew after <c>.to()</c>.</summary>
    public IReadOnlyList<Parameter> Parameters => [.. TrainedTensors.Select(static t => t.Parameter)];

    /// <summary>The adapted layers and trained biases with their true sizes.</summary>
    public AdapterReport Report => RuntimeReport.Create(this);

    internal nn.Module Model => model;

    internal long BaseParameterCount => baseParameters;

    internal IReadOnlyList<AttachedLayer> Layers => layers;

    internal TrainedParameters Trained => trained;

    /// <summary>The names of the attributes, each once.</summary>
    internal IEnumerable<string> Names =>
        layers.Select(static l => l.Adapter.AdapterName).Concat(trained.All.Select(static t => t.Plan).OfType<AdapterPlan>().Select(static p => p.Name)).Distinct();

    internal IReadOnlyList<MethodSession> Sessions => sessions;

    /// <summary>What a checkpoint has of the adapters and of the trained biases, without names.</summary>
    internal IEnumerable<Tensor> Tensors => layers
        .SelectMany(static l => l.Adapter.CheckpointTensors(), static (_, t) => (Tensor)t.Parameter)
        .Concat(trained.All.Select(static t => t.Values.Current));

    // Adapters may share tensors.
    internal IEnumerable<AdapterTensor> TrainedTensors => layers
        .SelectMany(static l => l.Adapter.CheckpointTensors())
        .Where(static t => t.IsTrained)
        .DistinctBy(static t => t.Parameter, ReferenceEqualityComparer.Instance)
        .Concat(trained.All.Select(static t => new AdapterTensor(
            t.Place.Path, (Parameter)t.Values.Current, t.LearningRateRatio, Decays: t.LearningRateRatio == 1)));

    /// <summary>
    /// Gives every layer that the attributes of the model's classes mean an adapter, on the layer's device and in its dtype,
    /// and freezes the model. On failure nothing is changed.
    /// </summary>
    /// <param name="model">A model with at least one class with an adapter attribute in it.</param>
    /// <param name="name">The <c>Name</c> of the attributes to attach; <see langword="null"/> (the default) for all of them.</param>
    /// <exception cref="AdapterException">
    /// There is no attribute (of that name), a pattern matches no layer or means one that the generator did not see, a layer
    /// cannot be adapted, is disposed, is claimed twice or has an adapter already.
    /// </exception>
    public static AdapterSet Attach(nn.Module model, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var set = new AdapterSet(model, name);
        set.Settle();
        return set;
    }

    /// <summary>
    /// The base model again, to the bit, until the result is disposed; scopes may be nested. Where the weights themselves were
    /// changed (merged, PiSSA, OLoRA, trained biases), a copy of the changed ones is held meanwhile, and a backward pass through a
    /// result from before fails.
    /// </summary>
    public IDisposable Disable()
    {
        ThrowIfDisposed();
        if (disabled++ == 0)
        {
            if (!merged)
                layers.ForEach(Activation.Deactivate);
            layers.ForEach(static l => l.Adapter.Suspend());
            trained.Suspend();
        }
        return new Scope(Enable);
    }

    /// <summary>Detaches the adapters and gives the original model back, to the bit. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        foreach (var layer in layers)
        {
            Activation.Deactivate(layer);
            layer.Adapter.Resume();
            layer.Adapter.Restore();
        }
        trained.Resume();
        trained.Restore();
        frozen.Release();
        foreach (var layer in layers)
            Detach(layer);
        sessions.ForEach(static s => s.Dispose());
    }

    /// <summary>
    /// Runs <paramref name="run"/>, without gradients, with another module in place of each adapter that <paramref name="replacement"/>
    /// gives one for.
    /// </summary>
    internal void RunInstead(Func<Adapter, nn.Module<Tensor, Tensor>?> replacement, Action run)
    {
        ThrowIfDisposed();
        ThrowIfDisabled("Reading the inputs of layers");
        if (merged)
            throw new AdapterException("The adapters are merged; call Unmerge() first.");
        try
        {
            foreach (var adapter in Adapters)
            {
                if (replacement(adapter) is { } instead)
                    AdapterDispatch.Set(adapter.BaseLayer, instead);
            }
            using var noGrad = no_grad();
            run();
        }
        finally
        {
            foreach (var adapter in IsEnabled && !merged ? Adapters : [])
                AdapterDispatch.Set(adapter.BaseLayer, adapter);
        }
    }

    /// <summary>Gives some layers back what they were; the rest of the model stays frozen.</summary>
    internal void Detach(IReadOnlyCollection<Adapter> adapters)
    {
        foreach (var layer in layers.Where(l => adapters.Contains(l.Adapter)).ToList())
        {
            layers.Remove(layer);
            Activation.Deactivate(layer);
            layer.Adapter.Weight.Restore();
            Detach(layer);
        }
    }

    private void Build(ResolvedPlans resolved)
    {
        foreach (var layer in resolved.Layers)
            AttachedAdapters.ThrowIfAttached(layer);
        foreach (var parameter in resolved.Parameters)
            AttachedAdapters.ThrowIfTrained(parameter);
        foreach (var layer in resolved.Layers)
            layers.Add(Attaching.Attach(layer));

        var inPlace = resolved.Parameters.ToDictionary<ResolvedParameter, Tensor, AdapterPlan>(
            static p => p.Place.Parameter, static p => p.Plan, ReferenceEqualityComparer.Instance);
        foreach (var parameter in ModelWalk.Parameters(model))
        {
            if (inPlace.TryGetValue(parameter.Parameter, out var plan))
                trained.Add(parameter, plan);
            else if (TrainedParameters.IsTrainedAlong(parameter, layers))
                trained.Add(parameter, layers);
            else
                frozen.Freeze(parameter);
        }
        foreach (var parameter in trained.All)
            frozen.Train(parameter.Place);
        foreach (var group in Adapters.GroupBy(static a => a.Options.SessionKey))
        {
            if (group.First().Options.Begin([.. group]) is { } session)
                sessions.Add(session);
        }
        foreach (var adapter in Adapters)
        {
            if (adapter.ChangeOfWeight is { } change)
                SharedWeights.ThrowIfShared(model, adapter, change);
            Attaching.Explain(adapter.LayerPath, adapter.Initialize);
        }
        layers.ForEach(Activation.Activate);
    }

    private void Settle() => layers.ForEach(static l => l.Adapter.Settle());

    private void Enable()
    {
        if (disposed || --disabled > 0)
            return;
        // Backwards: what merging made of a trained bias comes after its trained values.
        trained.Resume();
        layers.ForEach(static l => l.Adapter.Resume());
        if (!merged)
            layers.ForEach(Activation.Activate);
    }

    private static void Detach(AttachedLayer layer)
    {
        AttachedAdapters.Remove(layer.Adapter);
        if (AdapterContainer.Of<AdapterContainer>(layer.Owner) is { } container)
        {
            container.Remove(layer.LocalPath);
            if (container.IsEmpty)
            {
                layer.Owner.register_module(AdapterContainer.ChildName, null!);
                container.Dispose();
            }
        }
        layer.Adapter.Dispose();
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(disposed, this);

    private void ThrowIfDisabled(string action)
    {
        if (disabled > 0)
            throw new AdapterException($"{action} needs the adapters, which are disabled; end the scope of Disable() first.");
    }

    private sealed class Scope(Action end) : IDisposable
    {
        private Action? end = end;

        public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
    }
}
