namespace Declarative;

// One way to train, whatever the methods.
public sealed partial class AdapterSet
{
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

    private void ThrowIfNotStarted()
    {
        foreach (var layer in layers)
        {
            if (layer.Adapter.TrainingObstacle is { } obstacle)
                throw new AdapterException($"'{layer.Adapter.LayerPath}' cannot be trained yet: {obstacle}.");
        }
    }
}
