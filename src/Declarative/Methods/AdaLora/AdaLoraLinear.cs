namespace Declarative;

/// <summary>AdaLoRA on a <see cref="Linear"/>: <c>y = x·Wᵀ + b + (x·(s·A∘E)ᵀ)·Bᵀ</c>.</summary>
public class AdaLoraLinear : AdaLoraAdapter
{
    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">A <see cref="Linear"/>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is no <see cref="Linear"/>, or a setting cannot be trained with.</exception>
    public AdaLoraLinear(nn.Module<Tensor, Tensor> layer, AdaLoraOptions options)
        : base(nameof(AdaLoraLinear), LoraAdapters.Require<Linear>(layer), options)
    {
    }

    /// <summary>The adapted layer.</summary>
    protected Linear Layer => (Linear)BaseLayer;

    /// <summary>The layer's result with its update.</summary>
    /// <param name="input">[…, in], of any number of dimensions from 1.</param>
    /// <returns>[…, out].</returns>
    public sealed override Tensor forward(Tensor input) => Rows.Map(input, ForwardRows);

    /// <summary>The layer's result with its update: three matrix products and no pass over the result.</summary>
    /// <param name="x">[M, in].</param>
    /// <returns>[M, out], a new tensor.</returns>
    protected virtual Tensor ForwardRows(Tensor x)
    {
        using var dropped = Dropped(x);
        using var a = Scaled();
        using var hidden = nn.functional.linear(dropped ?? x, a);
        using var b = lora_B.t();
        return nn.functional.linear(x, Layer.weight, Layer.bias).addmm_(hidden, b, beta: 1, alpha: 1);
    }
}
