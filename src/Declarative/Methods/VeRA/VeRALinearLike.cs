namespace Declarative;

/// <summary>
/// VeRA on any module that maps [.., in] to [.., out] and has a weight [out, in], as a parameter or a buffer named
/// <c>weight</c>: <c>y = layer(x) + ((x·Aᵀ) ∘ d)·Bᵀ ∘ b</c>.
/// </summary>
/// <param name="layer">A module with a 2-D <c>weight</c>.</param>
/// <param name="options">The settings.</param>
/// <exception cref="AdapterException">The layer has no such weight, or a setting does not fit it.</exception>
public class VeRALinearLike(nn.Module<Tensor, Tensor> layer, VeRAOptions options)
    : VeRAAdapter(nameof(VeRALinearLike), layer, options)
{
    /// <summary>The layer's result with its update.</summary>
    /// <param name="input">[…, in].</param>
    /// <returns>[…, out].</returns>
    public override Tensor forward(Tensor input)
    {
        using var own = BaseLayer.forward(input);
        using var dropped = Dropped(input);
        using var rows = (dropped ?? input).reshape(-1, InFeatures);
        using var a = SharedA();
        using var hidden = nn.functional.linear(rows, a);
        using var scaled = ScaledB();
        using var b = scaled.t();
        if (own.dim() == 2)
            return own.addmm(hidden, b, beta: 1, alpha: 1);

        using var ownRows = own.reshape(-1, OutFeatures);
        using var result = ownRows.addmm(hidden, b, beta: 1, alpha: 1);
        return result.view(own.shape);
    }
}
