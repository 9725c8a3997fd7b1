namespace Declarative;

/// <summary>AdamW on a set's parameters, which says so when it is asked to train merged adapters.</summary>
internal sealed class AdapterAdamW(AdapterSet set, double lr, double beta1, double beta2, double eps, double weightDecay)
    : AdamW(Groups(set, lr), lr, beta1, beta2, eps, weightDecay)
{
    private readonly AdapterSet set = set;

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor>? closure = null)
    {
        set.ThrowIfMergedTraining();
        return base.step(closure);
    }

    /// <inheritdoc/>
    public override void zero_grad()
    {
        set.ThrowIfMergedTraining();
        base.zero_grad();
    }

    // One group for each learning rate, with and without weight decay, in the order in which they appear.
    private static IEnumerable<ParamGroup> Groups(AdapterSet set, double lr) =>
        [.. set.TrainedTensors.GroupBy(static t => (t.LearningRateRatio, t.Decays)).Select(g => new ParamGroup(
            [.. g.Select(static t => t.Parameter)], Settings(lr * g.Key.LearningRateRatio, g.Key.Decays)))];

    private static Options Settings(double lr, bool decays) =>
        new() { LearningRate = lr, InitialLearningRate = lr, weight_decay = decays ? null : 0 };
}
