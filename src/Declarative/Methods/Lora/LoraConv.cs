namespace Declarative;

/// <summary>What LoRA on a convolution has in common whatever its dimensions: A is a convolution like the layer to rank channels, B is 1×1.</summary>
/// <typeparam name="TConvolution">The layer's type.</typeparam>
public abstract class LoraConv<TConvolution> : LoraAdapter
    where TConvolution : Convolution
{
    /// <summary>A, [rank, in, kernel…], without bias; never grouped.</summary>
    public readonly TConvolution lora_A;

    /// <summary>B, [out, rank / groups, 1…], without bias; grouped as the layer is.</summary>
    public readonly TConvolution lora_B;

    private protected LoraConv(
        string typeName,
        nn.Module<Tensor, Tensor> layer,
        LoraOptions options,
        Func<TConvolution, int, Tensor, (TConvolution A, TConvolution B)> createFactors)
        : base(typeName, layer, options)
    {
        var convolution = LoraAdapters.Require<TConvolution>(layer);
        if (options.Rank % convolution.groups != 0)
            throw new AdapterException(
                $"A convolution with {convolution.groups} groups needs a LoRA rank divisible by {convolution.groups}; got {options.Rank}.");
        (lora_A, lora_B) = createFactors(convolution, options.Rank, Weight.Current);
        register_module(nameof(lora_A), lora_A);
        register_module(nameof(lora_B), lora_B);
    }

    /// <summary>The adapted layer.</summary>
    protected TConvolution Layer => (TConvolution)BaseLayer;

    /// <summary>The layer's result with its update.</summary>
    /// <param name="input">[N, in, …] or [in, …].</param>
    /// <returns>[N, out, …] or [out, …].</returns>
    public override Tensor forward(Tensor input)
    {
        using var dropped = Dropped(input);
        using var hidden = lora_A.forward(dropped ?? input);
        using var update = lora_B.forward(hidden);
        return Layer.forward(input).add_(update, Scaling);
    }

    internal override string? MergeObstacle =>
        Layer.groups == 1 ? null : $"it is a convolution with {Layer.groups} groups, whose update is not";

    internal override LowRankMatrices Matrices() =>
        new(Weight.Current.flatten(1), lora_A.weight.flatten(1), lora_B.weight.flatten(1));

    private protected override Tensor ToWeight(Tensor matrix) => matrix.reshape(Weight.Current.shape);

    internal override Tensor Update(Tensor input)
    {
        var update = lora_B.forward(lora_A.forward(input)).mul_(Scaling);
        var channels = update.dim() - (lora_A.weight.dim() - 1);
        return Rows.Of(update.transpose(channels, -1));
    }

    internal override void TakeFactors(Parameter a, Parameter b) => (lora_A.weight, lora_B.weight) = (a, b);

    private protected override IReadOnlyList<AdapterTensor> Factors() => LoraFactors.Tensors(lora_A.weight, lora_B.weight, LoraOptions);

    private protected override void Start(LoraInit init) => LoraStart.Random(init, lora_A.weight, lora_B.weight);
}
