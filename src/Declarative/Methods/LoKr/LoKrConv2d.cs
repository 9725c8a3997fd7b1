namespace Declarative;

/// <summary>LoKr on a <see cref="Conv2d"/>: a convolution by W + ΔW.</summary>
public class LoKrConv2d : LoKrAdapter
{
    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">A <see cref="Conv2d"/>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is no <see cref="Conv2d"/>, or a setting does not fit it.</exception>
    public LoKrConv2d(nn.Module<Tensor, Tensor> layer, LoKrOptions options)
        : base(nameof(LoKrConv2d), layer, options) =>
        LoraAdapters.Require<Conv2d>(layer);

    /// <summary>The adapted layer.</summary>
    protected Conv2d Layer => (Conv2d)BaseLayer;

    /// <summary>The layer's result with its update.</summary>
    /// <param name="input">[N, in, …] or [in, …].</param>
    /// <returns>[N, out, …] or [out, …].</returns>
    public override Tensor forward(Tensor input)
    {
        using var update = Update();
        return DeltaForward.Convolution(Layer, input, update);
    }
}
