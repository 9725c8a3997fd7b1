namespace Declarative;

/// <summary>LoHa on a <see cref="Conv1d"/>: a convolution by W + ΔW.</summary>
public class LoHaConv1d : LoHaAdapter
{
    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">A <see cref="Conv1d"/>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is no <see cref="Conv1d"/>, or a setting does not fit it.</exception>
    public LoHaConv1d(nn.Module<Tensor, Tensor> layer, LoHaOptions options)
        : base(nameof(LoHaConv1d), layer, options) =>
        LoraAdapters.Require<Conv1d>(layer);

    /// <summary>The adapted layer.</summary>
    protected Conv1d Layer => (Conv1d)BaseLayer;

    /// <summary>The layer's result with its update.</summary>
    /// <param name="input">[N, in, …] or [in, …].</param>
    /// <returns>[N, out, …] or [out, …].</returns>
    public override Tensor forward(Tensor input)
    {
        using var update = Update();
        return DeltaForward.Convolution(Layer, input, update);
    }
}
