namespace Declarative;

/// <summary>
/// OFT on any module that maps [.., in] to [.., out] and has a weight [out, in], as a parameter or a buffer named
/// <c>weight</c>: <c>y = layer(x·R)</c>.
/// </summary>
/// <param name="layer">A module with a 2-D <c>weight</c>.</param>
/// <param name="options">The settings.</param>
/// <exception cref="AdapterException">The layer has no such weight, or a setting does not fit it.</exception>
public class OftLinearLike(nn.Module<Tensor, Tensor> layer, OftOptions options)
    : OftAdapter(nameof(OftLinearLike), layer, options)
{
    /// <summary>The layer's result for its rotated input.</summary>
    /// <param name="input">[…, in].</param>
    /// <returns>[…, out].</returns>
    public override Tensor forward(Tensor input)
    {
        using var rotated = Rows.Map(input, Rotated);
        return BaseLayer.forward(rotated);
    }
}
