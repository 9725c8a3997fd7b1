namespace Declarative;

/// <summary>AdamW on a set's parameters, which says so when it is asked to train merged adapters.</summary>
internal sealed class AdapterAdamW(AdapterSet set, double lr, double beta1, double beta2, double eps, double weightDecay)
    : AdamW(set.Parameters, lr, beta1, beta2, eps, weightDecay)
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
}
