namespace Declarative;

/// <summary>
/// LoRA on any module that maps [.., in] to [.., out] and has a weight [out, in], as a parameter or a buffer named
/// <c>weight</c>: <c>y = layer(x) + s·(x·Aᵀ)·Bᵀ</c>.
/// </summary>
public class LoraLinearLike : LoraAdapter
{
    /// <summary>A, [rank, in], without bias.</summary>
    public readonly Linear lora_A;

    /// <summary>B, [out, rank], without bias.</summary>
    public readonly Linear lora_B;

    /// <summary>An adapter on the device and dtype of the layer's weight.</summary>
    /// <param name="layer">A module with a 2-D <c>weight</c>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer has no such weight, or a setting does not fit it.</exception>
    public LoraLinearLike(nn.Module<Tensor, Tensor> layer, LoraOptions options)
        : base(nameof(LoraLinearLike), layer, options)
    {
        if (BaseTensor.FindMatrix(layer) is not { } weight)
            throw LoraAdapters.Unsupported(layer);
        (lora_A, lora_B) = LoraFactors.Linear(weight, options.Rank);
        register_module(nameof(lora_A), lora_A);
        register_module(nameof(lora_B), lora_B);
    }

    /// <summary>The layer's result with its update.</summary>
    /// <param name="input">[…, in].</param>
    /// <returns>[…, out].</returns>
    public override Tensor forward(Tensor input)
    {
        using var own = BaseLayer.forward(input);
        using var dropped = Dropped(input);
        using var rows = (dropped ?? input).reshape(-1, lora_A.in_features);
        using var hidden = nn.functional.linear(rows, lora_A.weight);
        using var transposed = lora_B.weight.t();
        var factor = LoraMath.Factor(Scaling, hidden);
        if (own.dim() == 2)
            return own.addmm(hidden, transposed, beta: 1, alpha: factor);

        using var ownRows = own.reshape(-1, lora_B.out_features);
        using var result = ownRows.addmm(hidden, transposed, beta: 1, alpha: factor);
        return result.view(own.shape);
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
