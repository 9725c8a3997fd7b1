namespace Declarative;

/// <summary>One tensor of an adapter that a checkpoint has.</summary>
/// <param name="Suffix">What follows the layer's path in a PEFT checkpoint: <c>lora_A.weight</c>, <c>lora_embedding_A</c>.</param>
/// <param name="Parameter">The tensor.</param>
/// <param name="LearningRateRatio">What <see cref="AdapterSet.AdamW"/> multiplies its learning rate by.</param>
/// <param name="IsTrained">Whether it is trained, or only carried along.</param>
/// <param name="Decays">Whether the optimizer's weight decay applies to it.</param>
internal sealed record AdapterTensor(
    string Suffix, Parameter Parameter, double LearningRateRatio = 1, bool IsTrained = true, bool Decays = true);
