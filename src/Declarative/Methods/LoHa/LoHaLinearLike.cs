namespace Declarative;

/// <summary>
/// LoHa on any module that maps [.., in] to [.., out] and has a weight [out, in], as a parameter or a buffer named
/// <c>weight</c>: <c>y = layer(x) + x·ΔWᵀ</c>.
/// </summary>
/// <param name="layer">A module with a 2-D <c>weight</c>.</param>
/// <param name="options">The settings.</param>
/// <exception cref="AdapterException">The layer has no such weight, or a setting does not fit it.</exception>
public class LoHaLinearLike(nn.Module<Tensor, Tensor> layer, LoHaOptions options)
    : LoHaAdapter(nameof(LoHaLinearLike), layer, options)
{
    /// <summary>The layer's result with its update.</summary>
    /// <param name="input">[…, in].</param>
    /// <returns>[…, out].</returns>
    public override Tensor forward(Tensor input)
    {
        using var update = Update();
        return DeltaForward.LinearLike(BaseLayer, input, update);
    }
}
