namespace Declarative;

/// <summary>
/// Low-rank adaptation: a layer of weight W computes with <c>W + s·B·A</c>, where A is [rank, in], B is [out, rank] and
/// s = alpha / rank. Only A and B are trained. (Hu et al., "LoRA: Low-Rank Adaptation of Large Language Models", 2021.)
/// </summary>
public sealed class LoraAttribute : LowRankAttribute;
