namespace Declarative;

/// <summary>A bias of the base model that is trained along.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Values">Its values, and what they were.</param>
/// <param name="LearningRateRatio">What <see cref="AdapterSet.AdamW"/> multiplies its learning rate by; where that is not 1, it has no weight decay.</param>
internal sealed record TrainedBiasTensor(BaseParameter Place, BaseTensor Values, double LearningRateRatio);
