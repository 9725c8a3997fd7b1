namespace Declarative;

/// <summary>
/// What runs in place of one layer while it is attached and active: <see cref="nn.Module{T, TResult}.forward"/> is the
/// layer's own result changed by the method. Made by <see cref="AdapterSet.Attach"/>.
/// </summary>
/// <remarks>The layer is referenced, not registered: its keys, devices and lifetime stay those of the model.</remarks>
public abstract class Adapter : nn.Module<Tensor, Tensor>
{
    // Not a field of a Module type, which TorchSharp would register as a child.
    private readonly LayerReference layer;

    private protected Adapter(string typeName, nn.Module<Tensor, Tensor> layer)
        : base(typeName)
    {
        this.layer = new LayerReference(layer);
        Weight = new BaseTensor(layer, BaseTensor.WeightName);
        Bias = new BaseTensor(layer, BaseTensor.BiasName);
    }

    /// <summary>The adapted layer.</summary>
    public nn.Module<Tensor, Tensor> BaseLayer => layer.Module;

    /// <summary>The layer's path from the model that the adapters are attached to: <c>blocks.0.attn.q_proj</c>.</summary>
    public string LayerPath { get; internal set; } = "";

    /// <summary>The name of the attribute that asked for this adapter.</summary>
    public string AdapterName { get; internal set; } = AdapterPlan.DefaultName;

    /// <summary>The settings this adapter was made with.</summary>
    public abstract AdapterOptions Options { get; }

    /// <summary>The method's name: <c>Lora</c>.</summary>
    public string Method => Options.Method;

    /// <summary>The rank of the update, or 0 where the method has none.</summary>
    public abstract int Rank { get; }

    /// <summary>Whether the update is added into the layer's weight.</summary>
    public bool IsMerged => Weight.IsMerged;

    /// <summary>The layer's weight and what it was before this adapter changed it.</summary>
    internal BaseTensor Weight { get; private protected set; }

    /// <summary>The layer's bias, where it has one, and what it was before this adapter changed it.</summary>
    internal BaseTensor Bias { get; }

    /// <summary>Why the update cannot be added into the weight; <see langword="null"/> where it can.</summary>
    internal virtual string? MergeObstacle => null;

    /// <summary>Why training cannot begin yet; <see langword="null"/> where it can.</summary>
    internal virtual string? TrainingObstacle => null;

    /// <summary>Whether this adapter changes the layer's weight when it starts.</summary>
    internal virtual bool ChangesWeight => false;

    /// <summary>What changes the layer's weight, at the start or while training; <see langword="null"/> where nothing does.</summary>
    internal virtual string? ChangeOfWeight => ChangesWeight ? "this start (Init)" : null;

    /// <summary>What of the layer this adapter may change.</summary>
    internal virtual IReadOnlyList<BaseTensor> ChangedTensors => [Weight];

    /// <summary>What is added to the layer's weight by <see cref="AdapterSet.Merge"/>, in the weight's shape, device and dtype.</summary>
    public abstract Tensor Delta();

    /// <summary>What is added to the layer's bias by <see cref="AdapterSet.Merge"/>; <see langword="null"/> for nothing.</summary>
    internal virtual Tensor? BiasDelta() => null;

    /// <summary>Sets the trainable tensors, and where the method says so the layer's weight, to their start.</summary>
    internal abstract void Initialize();

    /// <summary>The trainable tensors with what follows the layer's path in a PEFT checkpoint: <c>lora_A.weight</c>.</summary>
    internal abstract IReadOnlyList<AdapterTensor> CheckpointTensors();

    /// <summary>The last thing that attaching does, when nothing else can fail: gives up what the adapter needs no longer.</summary>
    internal virtual void Settle()
    {
    }

    /// <summary>The tensors as a checkpoint has them; by default all of each.</summary>
    /// <param name="config">The configuration of the checkpoint to read; <see langword="null"/> for one to write.</param>
    internal virtual IReadOnlyList<SavedTensor> SavedTensors(PeftConfig? config) => [.. CheckpointTensors().Select(SavedTensor.Of)];

    /// <summary>Drops what is kept from one call to the next: the adapter's tensors have changed.</summary>
    internal virtual void Changed()
    {
    }

    /// <summary>Makes a tensor of zeros on the device and in the dtype of the layer's weight, and registers it.</summary>
    private protected Parameter Create(string name, params long[] shape)
    {
        var weight = Weight.Current;
        var parameter = (Parameter)new Parameter(zeros(shape, weight.dtype, weight.device)).DetachFromDisposeScope();
        register_parameter(name, parameter);
        return parameter;
    }

    internal void Merge()
    {
        using var delta = Delta();
        using var biasDelta = BiasDelta();
        Weight.Merge(delta);
        if (biasDelta is not null)
            Bias.Merge(biasDelta);
    }

    internal void Unmerge()
    {
        Weight.Unmerge();
        if (Bias.IsMerged)
            Bias.Unmerge();
    }

    /// <summary>Gives the layer its original values back until <see cref="Resume"/>.</summary>
    internal void Suspend()
    {
        Weight.Suspend();
        Bias.Suspend();
    }

    internal void Resume()
    {
        Weight.Resume();
        Bias.Resume();
    }

    /// <summary>Gives the layer its original values back for good.</summary>
    internal void Restore()
    {
        Weight.Restore();
        Bias.Restore();
    }

    /// <inheritdoc/>
    protected override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
    {
        ForgetDevice();
        return base._to(deviceType, deviceIndex, non_blocking);
    }

    // TorchSharp skips a module whose recorded device is the wanted one; tensors made on the layer's device are not recorded.
    private void ForgetDevice() => _deviceIndex = int.MinValue;

    private sealed record LayerReference(nn.Module<Tensor, Tensor> Module);
}
