namespace Declarative;

/// <summary>
/// A low-rank Hadamard product on one layer: <c>ΔW = s·(A₁·B₁) ∘ (A₂·B₂)</c>. On a convolution each product is one of the
/// flattened kernels, or a core for the kernel with A and B on its sides (Tucker form).
/// </summary>
public abstract class LoHaAdapter : DeltaAdapter
{
    /// <summary>A₁, [out, r]; [r, out] in the Tucker form.</summary>
    public Parameter hada_w1_a;

    /// <summary>B₁, [r, in·kernel]; [r, in] in the Tucker form.</summary>
    public Parameter hada_w1_b;

    /// <summary>A₂, as A₁.</summary>
    public Parameter hada_w2_a;

    /// <summary>B₂, as B₁.</summary>
    public Parameter hada_w2_b;

    /// <summary>The core of the first product, [r, r, kernel…], in the Tucker form only.</summary>
    public Parameter? hada_t1;

    /// <summary>The core of the second product, as <see cref="hada_t1"/>.</summary>
    public Parameter? hada_t2;

    private protected LoHaAdapter(string typeName, nn.Module<Tensor, Tensor> layer, LoHaOptions options)
        : base(typeName, layer, options)
    {
        var shape = WeightShape.Of(layer, "LoHa");
        long rank = options.Rank;
        if (options.UseEffectiveConv2d && shape.KernelArea > 1)
        {
            var (height, width) = shape.Sides;
            hada_t1 = Create(nameof(hada_t1), rank, rank, height, width);
            hada_t2 = Create(nameof(hada_t2), rank, rank, height, width);
            (hada_w1_a, hada_w1_b) = (Create(nameof(hada_w1_a), rank, shape.Out), Create(nameof(hada_w1_b), rank, shape.In));
            (hada_w2_a, hada_w2_b) = (Create(nameof(hada_w2_a), rank, shape.Out), Create(nameof(hada_w2_b), rank, shape.In));
        }
        else
        {
            var inputs = shape.In * shape.KernelArea;
            (hada_w1_a, hada_w1_b) = (Create(nameof(hada_w1_a), shape.Out, rank), Create(nameof(hada_w1_b), rank, inputs));
            (hada_w2_a, hada_w2_b) = (Create(nameof(hada_w2_a), shape.Out, rank), Create(nameof(hada_w2_b), rank, inputs));
        }
    }

    /// <inheritdoc/>
    protected override Tensor Update()
    {
        using var first = Product(hada_t1, hada_w1_a, hada_w1_b);
        using var second = Product(hada_t2, hada_w2_a, hada_w2_b);
        using var product = first.mul(second).mul_(Scaling);
        return product.view_as(Weight.Current);
    }

    internal sealed override IReadOnlyList<AdapterTensor> CheckpointTensors()
    {
        AdapterTensor[] factors =
        [
            new(nameof(hada_w1_a), hada_w1_a), new(nameof(hada_w1_b), hada_w1_b),
            new(nameof(hada_w2_a), hada_w2_a), new(nameof(hada_w2_b), hada_w2_b),
        ];
        return hada_t1 is null || hada_t2 is null ? factors : [.. factors, new(nameof(hada_t1), hada_t1), new(nameof(hada_t2), hada_t2)];
    }

    // One factor of zeros is enough for ΔW = 0, and leaves every other one a gradient from the second step on.
    private protected sealed override void Start()
    {
        foreach (var random in new[] { hada_w1_a, hada_w1_b, hada_w2_a, hada_t1, hada_t2 }.OfType<Parameter>())
            nn.init.kaiming_uniform_(random, LoraStart.KaimingSlope);
        nn.init.zeros_(hada_w2_b);
    }

    private static Tensor Product(Tensor? core, Tensor a, Tensor b) => core is null ? a.mm(b) : Tucker(core, a, b);
}
