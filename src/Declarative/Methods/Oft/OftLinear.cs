namespace Declarative;

/// <summary>OFT on a <see cref="Linear"/>: <c>y = (x·R)·Wᵀ + b</c>.</summary>
public class OftLinear : OftAdapter
{
    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">A <see cref="Linear"/>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is no <see cref="Linear"/>, or a setting does not fit it.</exception>
    public OftLinear(nn.Module<Tensor, Tensor> layer, OftOptions options)
        : base(nameof(OftLinear), layer, options) =>
        LoraAdapters.Require<Linear>(layer);

    /// <summary>The adapted layer.</summary>
    protected Linear Layer => (Linear)BaseLayer;

    /// <summary>The layer's result for its rotated input.</summary>
    /// <param name="input">[…, in], of any number of dimensions from 1.</param>
    /// <returns>[…, out].</returns>
    public sealed override Tensor forward(Tensor input) => Rows.Map(input, ForwardRows);

    /// <summary>The layer's result for its rotated input.</summary>
    /// <param name="x">[M, in].</param>
    /// <returns>[M, out], a new tensor.</returns>
    protected virtual Tensor ForwardRows(Tensor x)
    {
        using var rotated = Rotated(x);
        return nn.functional.linear(rotated, Layer.weight, Layer.bias);
    }
}
