namespace Declarative;

/// <summary>LoRA on a <see cref="Linear"/>: <c>y = x·Wᵀ + b + s·(x·Aᵀ)·Bᵀ</c>.</summary>
public class LoraLinear : LoraAdapter
{
    /// <summary>A, [rank, in], without bias.</summary>
    public readonly Linear lora_A;

    /// <summary>B, [out, rank], without bias.</summary>
    public readonly Linear lora_B;

    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">A <see cref="Linear"/>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is no <see cref="Linear"/>, or a setting does not fit it.</exception>
    public LoraLinear(nn.Module<Tensor, Tensor> layer, LoraOptions options)
        : base(nameof(LoraLinear), layer, options)
    {
        Linear linear = LoraAdapters.Require<Linear>(layer);
        (lora_A, lora_B) = LoraFactors.Linear(Weight.Current, options.Rank);
        register_module(nameof(lora_A), lora_A);
        register_module(nameof(lora_B), lora_B);
    }

    /// <summary>The adapted layer.</summary>
    protected Linear Layer => (Linear)BaseLayer;

    /// <summary>The layer's result with its update.</summary>
    /// <param name="input">[…, in], of any number of dimensions from 1.</param>
    /// <returns>[…, out].</returns>
    public sealed override Tensor forward(Tensor input) => Rows.Map(input, ForwardRows);

    /// <summary>The layer's result with its update: three matrix products and no pass over the result.</summary>
    /// <param name="x">[M, in].</param>
    /// <returns>[M, out], a new tensor.</returns>
    protected virtual Tensor ForwardRows(Tensor x)
    {
        using var dropped = Dropped(x);
        using var hidden = nn.functional.linear(dropped ?? x, lora_A.weight);
        return AddUpdate(nn.functional.linear(x, Layer.weight, Layer.bias), hidden, lora_B.weight);
    }

    private protected override bool IsMatrix => true;

    internal override LowRankMatrices Matrices() => new(Weight.Current, lora_A.weight, lora_B.weight);

    internal override Tensor Update(Tensor input) =>
        nn.functional.linear(nn.functional.linear(Rows.Of(input), lora_A.weight), lora_B.weight).mul_(Scaling);

    internal override void TakeFactors(Parameter a, Parameter b) => (lora_A.weight, lora_B.weight) = (a, b);

    private protected override IReadOnlyList<AdapterTensor> Factors() => LoraFactors.Tensors(lora_A.weight, lora_B.weight, LoraOptions);

    private protected override void Start(LoraInit init) =>
        LoraStart.Linear(init, Weight, lora_A.weight, lora_B.weight, Scaling);
}
