namespace Declarative;

/// <summary>A tensor that a checkpoint is to have.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="IsRequired">Whether a checkpoint without it does not fit.</param>
internal sealed record CheckpointTensor(string Name, long[] Shape, bool IsRequired = true);
