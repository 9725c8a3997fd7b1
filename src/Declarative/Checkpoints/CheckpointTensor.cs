namespace Declarative;

/// <summary>A tensor as a checkpoint has it.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Tensor">The tensor here.</param>
/// <param name="IsRequired">Whether a checkpoint without it does not fit.</param>
internal sealed record CheckpointTensor(string Name, Tensor Tensor, bool IsRequired = true);
