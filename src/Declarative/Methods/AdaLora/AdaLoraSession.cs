namespace Declarative;

/// <summary>What AdaLoRA does around a step: it allocates ranks, and once they are final takes the pruned directions out.</summary>
internal sealed class AdaLoraSession(AdaLoraOptions options, IReadOnlyList<AdaLoraAdapter> adapters) : MethodSession
{
    private readonly RankAllocator allocator = new(options, adapters);

    public override void AfterStep(optim.Optimizer optimizer)
    {
        var wasFinal = allocator.IsFinal;
        allocator.Update();
        if (allocator.IsFinal && !wasFinal && OptimizerRows.CanSelect(optimizer))
            OptimizerRows.Select((OptimizerHelper)optimizer, [.. adapters.SelectMany(static a => a.Shrink())]);
    }

    public override Tensor? Penalty() => options.OrthogonalityWeight > 0 ? Orthogonality.Loss(adapters, options.OrthogonalityWeight) : null;

    public override void Dispose()
    {
        allocator.Dispose();
        base.Dispose();
    }
}
