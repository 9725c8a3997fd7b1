namespace Declarative;

/// <summary>(IA)³ on a <see cref="Linear"/>: <c>y = (x·Wᵀ + b) ∘ l</c>, or <c>y = (x ∘ l)·Wᵀ + b</c> in a feed-forward layer.</summary>
/// <param name="layer">A <see cref="Linear"/>.</param>
/// <param name="options">The settings.</param>
/// <exception cref="AdapterException">The layer is no <see cref="Linear"/>.</exception>
public class IA3Linear(nn.Module<Tensor, Tensor> layer, IA3Options options)
    : IA3Adapter(nameof(IA3Linear), layer, options, ShapeOn(LoraAdapters.Require<Linear>(layer).weight, options))
{
    /// <summary>The adapted layer.</summary>
    protected Linear Layer => (Linear)BaseLayer;

    /// <summary>The layer's scaled result.</summary>
    /// <param name="input">[…, in], of any number of dimensions from 1.</param>
    /// <returns>[…, out].</returns>
    public sealed override Tensor forward(Tensor input) => Rows.Map(input, ForwardRows);

    /// <summary>The layer's scaled result: one pass beside the matrix product.</summary>
    /// <param name="x">[M, in].</param>
    /// <returns>[M, out], a new tensor.</returns>
    protected virtual Tensor ForwardRows(Tensor x)
    {
        if (IsFeedForward)
        {
            using var scaled = x.mul(ia3_l);
            return nn.functional.linear(scaled, Layer.weight, Layer.bias);
        }
        using var result = nn.functional.linear(x, Layer.weight, Layer.bias);
        using var l = ia3_l.t();
        return result.mul(l);
    }
}
