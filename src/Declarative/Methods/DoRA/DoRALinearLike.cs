namespace Declarative;

/// <summary>DoRA on any module that <see cref="LoraLinearLike"/> takes; a <c>bias</c> of its own is left as it is.</summary>
public class DoRALinearLike : LoraLinearLike
{
    /// <summary>m, [out].</summary>
    public Parameter lora_magnitude_vector;

    private readonly Magnitude magnitude;

    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">A module with a 2-D <c>weight</c>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is of another kind, or a setting does not fit it.</exception>
    public DoRALinearLike(nn.Module<Tensor, Tensor> layer, DoRAOptions options)
        : base(layer, options)
    {
        lora_magnitude_vector = Create(Magnitude.Name, lora_B.out_features);
        Variant = magnitude = new Magnitude(this, () => lora_magnitude_vector, () => Direction.Of(Matrices()));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        magnitude.Rescale(base.forward(input), BaseTensor.Find(BaseLayer, "bias"));
}
