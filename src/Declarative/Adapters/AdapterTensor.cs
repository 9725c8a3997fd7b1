namespace Declarative;

/// <summary>One trainable tensor of an adapter.</summary>
/// <param name="Suffix">What follows the layer's path in a PEFT checkpoint: <c>lora_A.weight</c>, <c>lora_embedding_A</c>.</param>
/// <param name="Parameter">The tensor.</param>
internal sealed record AdapterTensor(string Suffix, Parameter Parameter);
