namespace Declarative;

/// <summary>QLoRA on a <see cref="Linear"/>: <c>y = x·Qᵀ + b + s·(x·Aᵀ)·Bᵀ</c>, where Q is the weight as its codes have it.</summary>
public class QLoraLinear : LoraLinear
{
    private const int SmallestBlock = 16;

    private readonly QuantizedBase quantized;

    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">A <see cref="Linear"/>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is no <see cref="Linear"/>, or a setting does not fit it.</exception>
    public QLoraLinear(nn.Module<Tensor, Tensor> layer, QLoraOptions options)
        : base(layer, options)
    {
        if (options.BlockSize < SmallestBlock || !int.IsPow2(options.BlockSize))
            throw new AdapterException($"A block of QLoRA is a power of two of at least {SmallestBlock} elements; got {options.BlockSize}.");
        if (LoraStart.ChangesWeight(options.Init))
            throw new AdapterException($"{options.Init} changes the weight in full precision, which QLoRA does not keep. Use another Init.");
        Weight = quantized = new QuantizedBase(Layer);
        Quantization = options;
    }

    /// <summary>What the quantised weight takes, in bytes, its scales included.</summary>
    public long WeightBytes => quantized.Bytes;

    /// <summary>The settings this adapter was made with.</summary>
    protected QLoraOptions Quantization { get; }

    /// <inheritdoc/>
    protected override Tensor ForwardRows(Tensor x)
    {
        using var dropped = Dropped(x);
        using var hidden = nn.functional.linear(dropped ?? x, lora_A.weight);
        return AddUpdate(Base(x, Layer.bias), hidden, lora_B.weight);
    }

    /// <summary>The layer's own result, of which the backward pass keeps nothing.</summary>
    /// <param name="x">[M, in].</param>
    /// <param name="bias">The layer's bias, [out]; <see langword="null"/> where it has none.</param>
    protected Tensor Base(Tensor x, Tensor? bias = null) => QuantizedProduct.Of(x, quantized.Matrix, bias);

    internal override void Settle() => quantized.Hide();

    /// <summary>The layer's weight as its codes have it, read a block at a time.</summary>
    private protected WeightRows QuantizedRows => new QuantizedRows(quantized);

    private protected override void Start(LoraInit init)
    {
        if (quantized.Bytes == 0)
            quantized.Quantize(Quantization);
        base.Start(init);
    }
}
