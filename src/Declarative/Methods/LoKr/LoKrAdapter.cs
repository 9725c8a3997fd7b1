using Declarative.Arithmetic;

namespace Declarative;

/// <summary>
/// A low-rank Kronecker product on one layer: <c>ΔW = s·(w₁ ⊗ w₂)</c>, w₁ [o₁, i₁] and w₂ [o₂, i₂·kernel], each kept whole or as
/// a product of rank r.
/// </summary>
public abstract class LoKrAdapter : DeltaAdapter
{
    /// <summary>w₁, [o₁, i₁], where it is whole.</summary>
    public Parameter? lokr_w1;

    /// <summary>The left factor of w₁, [o₁, r], where it is a product.</summary>
    public Parameter? lokr_w1_a;

    /// <summary>The right factor of w₁, [r, i₁], where it is a product.</summary>
    public Parameter? lokr_w1_b;

    /// <summary>w₂, [o₂, i₂, kernel…], where it is whole.</summary>
    public Parameter? lokr_w2;

    /// <summary>The left factor of w₂, [o₂, r], where it is a product; [r, o₂] with a core.</summary>
    public Parameter? lokr_w2_a;

    /// <summary>The right factor of w₂, [r, i₂·kernel], where it is a product; [r, i₂] with a core.</summary>
    public Parameter? lokr_w2_b;

    /// <summary>The core of w₂, [r, r, kernel…], in the Tucker form only.</summary>
    public Parameter? lokr_t2;

    private protected LoKrAdapter(string typeName, nn.Module<Tensor, Tensor> layer, LoKrOptions options)
        : base(typeName, layer, options)
    {
        var weight = WeightShape.Of(layer, "LoKr");
        if (options.DecomposeFactor is not (KroneckerShape.Balanced or >= 1))
            throw new AdapterException($"The DecomposeFactor of [LoKr] must be at least 1, or -1 for balanced factors; got {options.DecomposeFactor}.");
        long rank = options.Rank;
        Shape = KroneckerShape.Of(weight.Out, weight.In, options.Rank, options.DecomposeBoth, options.DecomposeFactor);
        if (Shape.SplitsFirst)
            (lokr_w1_a, lokr_w1_b) = (Create(nameof(lokr_w1_a), Shape.Out1, rank), Create(nameof(lokr_w1_b), rank, Shape.In1));
        else
            lokr_w1 = Create(nameof(lokr_w1), Shape.Out1, Shape.In1);

        if (!Shape.SplitsSecond)
        {
            lokr_w2 = Create(nameof(lokr_w2), [Shape.Out2, Shape.In2, .. weight.Kernel]);
        }
        else if (options.UseEffectiveConv2d && weight.KernelArea > 1)
        {
            var (height, width) = weight.Sides;
            lokr_t2 = Create(nameof(lokr_t2), rank, rank, height, width);
            (lokr_w2_a, lokr_w2_b) = (Create(nameof(lokr_w2_a), rank, Shape.Out2), Create(nameof(lokr_w2_b), rank, Shape.In2));
        }
        else
        {
            (lokr_w2_a, lokr_w2_b) = (Create(nameof(lokr_w2_a), Shape.Out2, rank), Create(nameof(lokr_w2_b), rank, Shape.In2 * weight.KernelArea));
        }
    }

    /// <summary>The sides of both factors.</summary>
    private protected KroneckerShape Shape { get; }

    /// <summary>s·w₁, [o₁, i₁].</summary>
    protected virtual Tensor First()
    {
        if (lokr_w1 is not null)
            return lokr_w1.mul(Scaling);
        var product = lokr_w1_a!.mm(lokr_w1_b!);
        return product.mul_(Scaling);
    }

    /// <summary>w₂ as a matrix, [o₂, i₂·kernel].</summary>
    protected virtual Tensor Second()
    {
        if (lokr_w2 is not null)
            return lokr_w2.flatten(1);
        if (lokr_t2 is null)
            return lokr_w2_a!.mm(lokr_w2_b!);
        using var kernels = Tucker(lokr_t2, lokr_w2_a!, lokr_w2_b!);
        return kernels.flatten(1);
    }

    /// <inheritdoc/>
    protected sealed override Tensor Update()
    {
        using var first = First();
        using var second = Second();
        using var left = first.view(Shape.Out1, 1, Shape.In1, 1);
        using var right = second.view(1, Shape.Out2, 1, -1);
        using var product = left.mul(right);
        return product.reshape(Weight.Current.shape);
    }

    internal sealed override IReadOnlyList<AdapterTensor> CheckpointTensors() =>
        [.. Named().Where(static t => t.Parameter is not null).Select(static t => new AdapterTensor(t.Name, t.Parameter!))];

    private protected sealed override void Start()
    {
        foreach (var (_, parameter) in Named())
        {
            if (parameter is not null)
                nn.init.kaiming_uniform_(parameter, LoraStart.KaimingSlope);
        }
        nn.init.zeros_((lokr_w1 ?? lokr_w1_a)!);
    }

    private IEnumerable<(string Name, Parameter? Parameter)> Named() =>
    [
        (nameof(lokr_w1), lokr_w1), (nameof(lokr_w1_a), lokr_w1_a), (nameof(lokr_w1_b), lokr_w1_b),
        (nameof(lokr_w2), lokr_w2), (nameof(lokr_w2_a), lokr_w2_a), (nameof(lokr_w2_b), lokr_w2_b), (nameof(lokr_t2), lokr_t2),
    ];
}
