namespace Declarative;

/// <summary>
/// What the adapters of one method have in common while they are attached: shared tensors, and what is to be done around a
/// step. Made by <see cref="AdapterOptions.Begin"/>; a method that has nothing of the kind has no session.
/// </summary>
internal abstract class MethodSession : IDisposable
{
    /// <summary>Shared tensors that a checkpoint has, by what follows <c>base_model.</c>: <c>vera_A</c>.</summary>
    public virtual IReadOnlyDictionary<string, Tensor> CheckpointTensors() => new Dictionary<string, Tensor>(StringComparer.Ordinal);

    /// <summary>Shared tensors that a checkpoint of that configuration has, or may have: by default those that are written.</summary>
    public virtual IReadOnlyList<CheckpointTensor> Expected(PeftConfig config) =>
        [.. CheckpointTensors().Select(static t => new CheckpointTensor(t.Key, t.Value.shape))];

    /// <summary>Takes over the shared tensors that a checkpoint has: all of <see cref="Expected"/> that are required, in their shapes. Called without gradients.</summary>
    /// <param name="read">The tensors, on the CPU, by what follows <c>base_model.</c>; the caller disposes them.</param>
    public virtual void Load(IReadOnlyDictionary<string, Tensor> read)
    {
        foreach (var (name, tensor) in CheckpointTensors())
            tensor.copy_(read[name]);
    }

    /// <summary>How many numbers the shared tensors have that are not trained.</summary>
    public virtual long FrozenParameters => 0;

    /// <summary>The extra loss, a number; <see langword="null"/> where there is none.</summary>
    public virtual Tensor? Penalty() => null;

    /// <summary>Before the optimizer's step, with the gradients in place. Called without gradients.</summary>
    public virtual void BeforeStep()
    {
    }

    /// <summary>After the optimizer's step. Called without gradients.</summary>
    /// <param name="optimizer">The optimizer, for a method that changes what it keeps beside its parameters.</param>
    public virtual void AfterStep(optim.Optimizer optimizer)
    {
    }

    public virtual void Dispose()
    {
    }
}
