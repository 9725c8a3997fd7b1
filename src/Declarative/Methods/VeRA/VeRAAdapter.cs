namespace Declarative;

/// <summary>Vector-based random matrix adaptation of one layer: its weight acts as <c>W + diag(b)·B·diag(d)·A</c>.</summary>
public abstract class VeRAAdapter : Adapter
{
    /// <summary>b, [out].</summary>
    public Parameter vera_lambda_b;

    /// <summary>d, [rank].</summary>
    public Parameter vera_lambda_d;

    private readonly VeRAOptions options;

    private protected VeRAAdapter(string typeName, nn.Module<Tensor, Tensor> layer, VeRAOptions options)
        : base(typeName, layer)
    {
        if (options.Rank < 1)
            throw new AdapterException($"A VeRA rank must be at least 1; got {options.Rank}.");
        if (!(options.Dropout >= 0 && options.Dropout < 1))
            throw new AdapterException($"A VeRA dropout must be at least 0 and below 1; got {options.Dropout}.");
        if (!double.IsFinite(options.DInitial) || options.DInitial == 0)
            throw new AdapterException(
                $"A VeRA DInitial must be a finite number but zero; got {options.DInitial}. With b and d both zero neither gets a gradient.");
        if (layer is Embedding or Convolution || BaseTensor.FindMatrix(layer) is not { } weight)
            throw new AdapterException(
                $"VeRA cannot adapt a {layer.GetType().Name}. VeRA adapts Linear and any Module<Tensor, Tensor> with a 2-D parameter or "
                + "buffer named 'weight'. Leave the layer out with Exclude.");
        this.options = options;
        (InFeatures, OutFeatures) = (weight.size(1), weight.size(0));
        vera_lambda_b = Create(nameof(vera_lambda_b), OutFeatures);
        vera_lambda_d = Create(nameof(vera_lambda_d), options.Rank);
    }

    /// <inheritdoc/>
    public sealed override AdapterOptions Options => options;

    /// <summary>The rank r: the length of d.</summary>
    public override int Rank => options.Rank;

    internal VeRAOptions VeRAOptions => options;

    internal long InFeatures { get; }

    internal long OutFeatures { get; }

    /// <summary>The random matrices that the adapter shares with others; there from attaching on.</summary>
    internal VeRASession? Session { get; set; }

    private VeRAProjection Projection =>
        (Session ?? throw new AdapterException("A VeRA adapter has its matrices from AdapterSet.Attach; this one was made without it.")).On(this);

    /// <summary>A, [rank, in]: a view of the shared matrix, the caller's to dispose.</summary>
    public Tensor SharedA() => Projection.A.narrow(1, 0, InFeatures);

    /// <summary>B, [out, rank]: a view of the shared matrix, the caller's to dispose.</summary>
    public Tensor SharedB() => Projection.B.narrow(0, 0, OutFeatures);

    /// <inheritdoc/>
    public sealed override Tensor Delta()
    {
        using var noGrad = no_grad();
        using var b = ScaledB();
        using var a = SharedA();
        return b.mm(a);
    }

    internal sealed override void Initialize()
    {
        using var noGrad = no_grad();
        vera_lambda_b.zero_();
        vera_lambda_d.fill_(options.DInitial);
    }

    internal sealed override IReadOnlyList<AdapterTensor> CheckpointTensors() =>
        [new(nameof(vera_lambda_b), vera_lambda_b), new(nameof(vera_lambda_d), vera_lambda_d)];

    /// <summary>diag(b)·B·diag(d), [out, rank], a new tensor.</summary>
    /// <remarks>
    /// Both vectors go into this one small matrix, which the product with it needs anyway: so neither [M, rank] nor [M, out]
    /// is passed over or kept for the backward pass a second time. Its gradient is the one product more that this costs.
    /// </remarks>
    protected Tensor ScaledB()
    {
        using var b = SharedB();
        return vera_lambda_b.outer(vera_lambda_d).mul_(b);
    }

    /// <summary>The adapter's input with dropout, or <see langword="null"/> where there is none to apply.</summary>
    /// <param name="input">The layer's input.</param>
    protected Tensor? Dropped(Tensor input) =>
        options.Dropout > 0 && training ? nn.functional.dropout(input, options.Dropout, training: true) : null;
}
