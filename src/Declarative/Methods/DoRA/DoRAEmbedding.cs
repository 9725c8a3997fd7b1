namespace Declarative;

/// <summary>DoRA on an <see cref="Embedding"/>: <c>y = (m / ‖V‖)·V[ids]</c> with <c>V = E + s·(B·A)ᵀ</c> and the length of each column.</summary>
public class DoRAEmbedding : LoraEmbedding
{
    /// <summary>m, [embedding_dim].</summary>
    public Parameter lora_magnitude_vector;

    private readonly Magnitude magnitude;

    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">An <see cref="Embedding"/>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is of another kind, or a setting does not fit it.</exception>
    public DoRAEmbedding(nn.Module<Tensor, Tensor> layer, DoRAOptions options)
        : base(layer, options)
    {
        lora_magnitude_vector = Create(Magnitude.Name, lora_embedding_B.size(0));
        Variant = magnitude = new Magnitude(this, () => lora_magnitude_vector, () => Direction.Of(Matrices()));
    }

    /// <inheritdoc/>
    protected override Tensor ForwardRows(Tensor ids) => Rescaled(base.ForwardRows(ids));

    /// <summary>A result of V with each column multiplied by its m / ‖V‖; takes <paramref name="result"/> over.</summary>
    /// <param name="result">[M, embedding_dim].</param>
    protected Tensor Rescaled(Tensor result) => magnitude.Rescale(result, bias: null);
}
