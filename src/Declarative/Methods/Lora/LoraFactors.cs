namespace Declarative;

/// <summary>Makes the factor modules of LoRA adapters, empty, on a weight's device and dtype.</summary>
internal static class LoraFactors
{
    /// <summary>What follows a layer's path in the name of A in a checkpoint.</summary>
    public const string ASuffix = "lora_A.weight";

    /// <summary>What follows a layer's path in the name of B in a checkpoint.</summary>
    public const string BSuffix = "lora_B.weight";

    public static (Linear A, Linear B) Linear(Tensor weight, int rank)
    {
        var shape = weight.shape;
        var (device, dtype) = (weight.device, weight.dtype);
        return (
            nn.Linear(shape[1], rank, hasBias: false, device, dtype),
            nn.Linear(rank, shape[0], hasBias: false, device, dtype));
    }

    public static IReadOnlyList<AdapterTensor> Tensors(Parameter a, Parameter b, LoraOptions options) =>
        [new(ASuffix, a, IsTrained: !options.FreezeA), new(BSuffix, b, options.LearningRateRatio)];
}
