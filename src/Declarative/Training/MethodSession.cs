namespace Declarative;

/// <summary>
/// What the adapters of one method have in common while they are attached: shared tensors, and what is to be done around a
/// step. Made by <see cref="AdapterOptions.Begin"/>; a method that has nothing of the kind has no session.
/// </summary>
internal abstract class MethodSession : IDisposable
{
    /// <summary>Shared tensors that a checkpoint has, by what follows <c>base_model.</c>: <c>vera_A</c>.</summary>
    public virtual IReadOnlyDictionary<string, Tensor> CheckpointTensors() => new Dictionary<string, Tensor>(StringComparer.Ordinal);

    /// <summary>The extra loss, a number; <see langword="null"/> where there is none.</summary>
    public virtual Tensor? Penalty() => null;

    /// <summary>Before the optimizer's step, with the gradients in place. Called without gradients.</summary>
    public virtual void BeforeStep()
    {
    }

    /// <summary>After the optimizer's step. Called without gradients.</summary>
    public virtual void AfterStep()
    {
    }

    /// <summary>After the optimizer's step, for a method that changes what the optimizer keeps beside its parameters.</summary>
    /// <param name="optimizer">The optimizer.</param>
    public virtual void AfterStep(optim.Optimizer optimizer) => AfterStep();

    public virtual void Dispose()
    {
    }
}
