namespace Declarative;

/// <summary>A parameter of the base model that is trained.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Values">Its values, and what they were.</param>
/// <param name="LearningRateRatio">What <see cref="AdapterSet.AdamW"/> multiplies its learning rate by; where that is not 1, it has no weight decay.</param>
/// <param name="Plan">The attribute that trains it in place; <see langword="null"/> for a bias that adapters have trained along.</param>
internal sealed record TrainedParameter(BaseParameter Place, BaseTensor Values, double LearningRateRatio, AdapterPlan? Plan)
{
    /// <summary>The method that trains it in place; <see langword="null"/> for a bias that adapters have trained along.</summary>
    public InPlaceOptions? Method => Plan?.Options as InPlaceOptions;
}
