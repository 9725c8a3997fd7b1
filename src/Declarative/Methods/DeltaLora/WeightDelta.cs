namespace Declarative;

/// <summary>What a LoRA adapter has beside its factors where its layer's weight is changed by training: that change.</summary>
internal sealed class WeightDelta(LoraAdapter adapter) : LoraVariant
{
    /// <summary>The name of the change in a checkpoint.</summary>
    public const string Name = "delta_weight";

    public override string? ChangeOfWeight => "Delta-LoRA";

    public override IReadOnlyList<AdapterTensor> Tensors() => [];

    // Not kept as a tensor of its own: the weight and its original say it.
    public override IReadOnlyList<SavedTensor> FurtherSaved() => [new(Name, adapter.Weight.Current.shape, Read, Write)];

    public override void Start(LowRankMatrices matrices)
    {
        if (adapter.MergeObstacle is { } obstacle)
            throw new AdapterException($"Delta-LoRA adds its update to the weight: {obstacle}. Use [Lora] here, or leave the layer out with Exclude.");
    }

    public override Tensor Delta(LowRankMatrices matrices) => LoraMath.Product(matrices.B, matrices.A, adapter.Scaling);

    public override void Forget()
    {
    }

    public override void Dispose()
    {
    }

    private Tensor Read() => adapter.Weight.Current.detach() - adapter.Weight.Original.detach();

    private void Write(Tensor change)
    {
        using var scope = NewDisposeScope();
        var original = adapter.Weight.Original.detach();
        adapter.Weight.Replace(original + change.to(original.device).to_type(original.dtype));
    }
}
