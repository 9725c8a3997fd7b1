namespace Declarative;

/// <summary>
/// AdaLoRA on any module that maps [.., in] to [.., out] and has a weight [out, in], as a parameter or a buffer named
/// <c>weight</c>: <c>y = layer(x) + (x·(s·A∘E)ᵀ)·Bᵀ</c>.
/// </summary>
public class AdaLoraLinearLike : AdaLoraAdapter
{
    /// <summary>An adapter on the device and dtype of the layer's weight.</summary>
    /// <param name="layer">A module with a 2-D <c>weight</c>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer has no such weight, or a setting cannot be trained with.</exception>
    public AdaLoraLinearLike(nn.Module<Tensor, Tensor> layer, AdaLoraOptions options)
        : base(nameof(AdaLoraLinearLike), layer, options)
    {
    }

    /// <summary>The layer's result with its update.</summary>
    /// <param name="input">[…, in].</param>
    /// <returns>[…, out].</returns>
    public override Tensor forward(Tensor input)
    {
        using var own = BaseLayer.forward(input);
        using var dropped = Dropped(input);
        using var rows = Rows.Of(dropped ?? input);
        using var a = Scaled();
        using var hidden = nn.functional.linear(rows, a);
        using var b = lora_B.t();
        using var ownRows = Rows.Of(own);
        using var result = ownRows.addmm(hidden, b, beta: 1, alpha: 1);
        return Rows.Restore(result, own);
    }
}
