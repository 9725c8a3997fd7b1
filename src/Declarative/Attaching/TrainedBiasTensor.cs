namespace Declarative;

/// <summary>A bias of the base model that is trained along.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Values">Its values, and what they were.</param>
internal sealed record TrainedBiasTensor(BaseParameter Place, BaseTensor Values);
