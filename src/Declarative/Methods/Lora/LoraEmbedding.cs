namespace Declarative;

/// <summary>LoRA on an <see cref="Embedding"/>: <c>y = E[ids] + s·A[:, ids]ᵀ·Bᵀ</c>.</summary>
public class LoraEmbedding : LoraAdapter
{
    /// <summary>A, [rank, num_embeddings].</summary>
    public Parameter lora_embedding_A;

    /// <summary>B, [embedding_dim, rank].</summary>
    public Parameter lora_embedding_B;

    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">An <see cref="Embedding"/>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is no <see cref="Embedding"/>, or a setting does not fit it.</exception>
    public LoraEmbedding(nn.Module<Tensor, Tensor> layer, LoraOptions options)
        : base(nameof(LoraEmbedding), layer, options)
    {
        LoraAdapters.Require<Embedding>(layer);
        if (options.FreezeA)
            throw new AdapterException(
                "FreezeA leaves A as it starts, and an embedding's A starts at zero, so that nothing would be trained. "
                + "Leave the layer out with Exclude, or give it an attribute without FreezeA.");
        var shape = Weight.Current.shape;
        lora_embedding_A = Create(nameof(lora_embedding_A), options.Rank, shape[0]);
        lora_embedding_B = Create(nameof(lora_embedding_B), shape[1], options.Rank);
    }

    /// <summary>The adapted layer.</summary>
    protected Embedding Layer => (Embedding)BaseLayer;

    /// <summary>The embeddings with their update.</summary>
    /// <param name="input">Row numbers of any shape.</param>
    /// <returns>[…, embedding_dim].</returns>
    public sealed override Tensor forward(Tensor input)
    {
        if (input.dim() == 1)
            return ForwardRows(input);

        var shape = input.shape;
        using var ids = input.reshape(-1);
        using var result = ForwardRows(ids);
        return result.view([.. shape, result.size(1)]);
    }

    /// <summary>The embeddings with their update.</summary>
    /// <param name="ids">[M].</param>
    /// <returns>[M, embedding_dim], a new tensor.</returns>
    protected virtual Tensor ForwardRows(Tensor ids)
    {
        using var a = lora_embedding_A.t();
        using var hidden = a.index_select(0, ids);
        return AddUpdate(Layer.forward(ids), hidden, lora_embedding_B);
    }

    internal override LowRankMatrices Matrices() => new(Weight.Current.t(), lora_embedding_A, lora_embedding_B);

    private protected override Tensor ToWeight(Tensor matrix) => matrix.t();

    internal override Tensor Update(Tensor input) =>
        lora_embedding_A.t().index_select(0, input.reshape(-1)).mm(lora_embedding_B.t()).mul_(Scaling);

    internal override void TakeFactors(Parameter a, Parameter b)
    {
        lora_embedding_A = Exchange(nameof(lora_embedding_A), lora_embedding_A, a);
        lora_embedding_B = Exchange(nameof(lora_embedding_B), lora_embedding_B, b);
    }

    private protected override IReadOnlyList<AdapterTensor> Factors() =>
        [new(nameof(lora_embedding_A), lora_embedding_A), new(nameof(lora_embedding_B), lora_embedding_B)];

    private protected override void Start(LoraInit init) => LoraStart.Embedding(lora_embedding_A, lora_embedding_B);

    private Parameter Exchange(string name, Parameter own, Parameter other)
    {
        ConditionallyRegisterParameter(name, other);
        own.Dispose();
        return other;
    }
}
