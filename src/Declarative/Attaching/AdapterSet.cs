namespace Declarative;

/// <summary>
/// The adapters attached to one model: they are trained, the model they were attached to is frozen. Disposing the set gives
/// the original model back, to the bit, trainable flags included.
/// </summary>
/// <remarks>Not for use from several threads at once; calling the model is as safe as without adapters.</remarks>
public sealed class AdapterSet : IDisposable
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

    /// <summary>Attaches the adapters and reads their values from a directory written by <see cref="SavePretrained"/> or Hugging Face PEFT.</summary>
    /// <param name="model">The base model, its classes annotated as they were when the checkpoint was made.</param>
    /// <param name="directory">Holds <c>adapter_config.json</c> and <c>adapter_model.safetensors</c>.</param>
    /// <param name="name">The <c>Name</c> of the attributes; <see langword="null"/> (the default) for all of them.</param>
    /// <param name="verifyBase">Whether to compare the base model with the fingerprint in a checkpoint of <see cref="SavePretrained"/>. Default: yes.</param>
    /// <exception cref="AdapterCheckpointException">The checkpoint is not of these adapters; the message lists every difference. Nothing is changed.</exception>
    /// <exception cref="SafetensorsException">The tensor file is damaged. Nothing is changed.</exception>
    /// <exception cref="AdapterException">The adapters cannot be attached. Nothing is changed.</exception>
    public static AdapterSet LoadPretrained(nn.Module model, string directory, string? name = null, bool verifyBase = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(directory);
        var set = new AdapterSet(model, name);
        try
        {
            set.Load(directory, verifyBase);
            set.Settle();
            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes <c>adapter_config.json</c> and <c>adapter_model.safetensors</c> as Hugging Face PEFT has them. Each file is
    /// written beside and renamed, so that at any moment the old or the new one is there, whole.
    /// </summary>
    /// <param name="directory">Made where it does not exist.</param>
    /// <param name="asPlainLora">
    /// Whether adapters that started from PiSSA or OLoRA are written as ordinary LoRA adapters of twice the rank, which fit the base
    /// model as it was. Others are written as they are. Default: no.
    /// </param>
    /// <exception cref="AdapterException">
    /// The adapters are disabled, one checkpoint cannot hold them all, or <paramref name="asPlainLora"/> is asked of a method not built on LoRA.
    /// </exception>
    /// <exception cref="IOException">The disk is full or cannot be written; the files that were there are untouched.</exception>
    public void SavePretrained(string directory, bool asPlainLora = false)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ThrowIfDisposed();
        ThrowIfDisabled("Saving");
        PeftCheckpoint.Save(this, directory, asPlainLora);
    }

    /// <summary>Reads the adapters' values from a directory written by <see cref="SavePretrained"/> or Hugging Face PEFT.</summary>
    /// <param name="directory">Holds <c>adapter_config.json</c> and <c>adapter_model.safetensors</c>.</param>
    /// <param name="verifyBase">Whether to compare the base model with the fingerprint in a checkpoint of <see cref="SavePretrained"/>. Default: yes.</param>
    /// <exception cref="AdapterCheckpointException">The checkpoint is not of these adapters; the message lists every difference. Nothing is changed.</exception>
    /// <exception cref="SafetensorsException">The tensor file is damaged. Nothing is changed.</exception>
    public void Load(string directory, bool verifyBase = true)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ThrowIfDisposed();
        ThrowIfDisabled("Loading");
        if (merged)
            throw new AdapterException("The adapters are merged; call Unmerge() before loading others.");
        PeftCheckpoint.Load(this, directory, verifyBase);
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

    /// <summary>
    /// Adds every update into its layer's weight: each layer then costs what it costs without adapters. A copy of each weight
    /// is kept, so that <see cref="Unmerge"/> gives it back exactly.
    /// </summary>
    /// <exception cref="AdapterException">They are merged or disabled, or a layer's update cannot be added to its weight. Nothing is changed.</exception>
    public void Merge()
    {
        ThrowIfDisposed();
        ThrowIfDisabled("Merging");
        if (merged)
            throw new AdapterException("The adapters are merged already. Call Unmerge() before merging again.");
        foreach (var adapter in Adapters)
        {
            if (adapter.MergeObstacle is { } obstacle)
                throw new AdapterException($"'{adapter.LayerPath}' cannot be merged: {obstacle}. Use it unmerged, or leave it out with Exclude.");
            SharedWeights.ThrowIfShared(model, adapter, "merging");
        }

        try
        {
            layers.ForEach(static l => l.Adapter.Merge());
        }
        catch
        {
            foreach (var adapter in Adapters.Where(static a => a.IsMerged))
                adapter.Unmerge();
            throw;
        }
        layers.ForEach(Activation.Deactivate);
        merged = true;
    }

    /// <summary>Gives every weight the values back that it had before <see cref="Merge"/>, to the bit.</summary>
    /// <exception cref="AdapterException">The adapters are not merged, or are disabled.</exception>
    public void Unmerge()
    {
        ThrowIfDisposed();
        ThrowIfDisabled("Unmerging");
        if (!merged)
            throw new AdapterException("The adapters are not merged, so there is nothing to unmerge.");
        layers.ForEach(static l => l.Adapter.Unmerge());
        layers.ForEach(Activation.Activate);
        merged = false;
    }

    /// <summary>An AdamW optimizer of exactly <see cref="Parameters"/>. Make it after <c>.to()</c>, which replaces parameters.</summary>
    /// <param name="learningRate">The learning rate. Default: 1e-3.</param>
    /// <param name="beta1">The decay of the mean of gradients. Default: 0.9.</param>
    /// <param name="beta2">The decay of the mean of their squares. Default: 0.999.</param>
    /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
    /// <param name="weightDecay">The decoupled weight decay. Default: 0.01, as in PyTorch.</param>
    /// <exception cref="AdapterException">
    /// The adapters are merged, and so do the optimizer's own methods throw while they are; or an adapter's start waits for data.
    /// </exception>
    public AdamW AdamW(
        double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weightDecay = 0.01)
    {
        ThrowIfDisposed();
        ThrowIfMergedTraining();
        ThrowIfNotStarted();
        return new AdapterAdamW(this, learningRate, beta1, beta2, eps, weightDecay);
    }

    /// <summary>
    /// One step of <paramref name="optimizer"/> with all that the methods do around it. For a method that does nothing there
    /// it is <c>optimizer.step()</c> with a look at the result.
    /// </summary>
    /// <param name="optimizer">An optimizer of <see cref="Parameters"/>, such as that of <see cref="AdamW"/>.</param>
    /// <exception cref="AdapterException">
    /// The adapters are merged or disabled, an adapter's start waits for data, or a trained tensor holds NaN or infinity after the step; the message names it.
    /// </exception>
    public void Step(optim.Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ThrowIfDisposed();
        ThrowIfDisabled("A step");
        ThrowIfMergedTraining();
        ThrowIfNotStarted();
        using (no_grad())
        {
            sessions.ForEach(static s => s.BeforeStep());
            optimizer.step();
            sessions.ForEach(s => s.AfterStep(optimizer));
            layers.ForEach(static l => l.Adapter.Changed());
        }
        FiniteCheck.ThrowIfNotFinite(this, "The step is done.");
    }

    /// <summary>The extra loss that the methods ask for, to be added to the loss before its backward pass; 0 where none does.</summary>
    /// <returns>A number, on the device of the adapters.</returns>
    public Tensor Penalty()
    {
        ThrowIfDisposed();
        var penalties = sessions.Select(static s => s.Penalty()).OfType<Tensor>().ToList();
        if (penalties.Count == 0)
            return zeros([], device: Tensors.FirstOrDefault()?.device);
        var sum = penalties[0];
        foreach (var penalty in penalties.Skip(1))
        {
            using var left = sum;
            using var right = penalty;
            sum = left + right;
        }
        return sum;
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

    internal void ThrowIfMergedTraining()
    {
        if (merged)
            throw MergedTraining.Error(string.Join("', '", Names));
    }

    private void Build(ResolvedPlans resolved)
    {
        foreach (var layer in resolved.Layers)
            AttachedAdapters.ThrowIfAttached(layer);
        foreach (var parameter in resolved.Parameters)
            AttachedAdapters.ThrowIfTrained(parameter);
        foreach (var layer in resolved.Layers)
            layers.Add(Attaching.Attach(layer));

        foreach (var parameter in ModelWalk.Parameters(model))
        {
            if (TrainedParameters.InPlace(parameter, resolved.Parameters) is { } plan)
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

    private void ThrowIfNotStarted()
    {
        foreach (var layer in layers)
        {
            if (layer.Adapter.TrainingObstacle is { } obstacle)
                throw new AdapterException($"'{layer.Adapter.LayerPath}' cannot be trained yet: {obstacle}.");
        }
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
