namespace Declarative;

/// <summary>Makes the factor modules of LoRA adapters, empty, on a weight's device and dtype.</summary>
internal static class LoraFactors
{
    public static (Linear A, Linear B) Linear(Tensor weight, int rank)
    {
        var shape = weight.shape;
        var (device, dtype) = (weight.device, weight.dtype);
        return (
            nn.Linear(shape[1], rank, hasBias: false, device, dtype),
            nn.Linear(rank, shape[0], hasBias: false, device, dtype));
    }

    public static IReadOnlyList<AdapterTensor> Tensors(Parameter a, Parameter b) =>
        [new("lora_A.weight", a), new("lora_B.weight", b)];
}
