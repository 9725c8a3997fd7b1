namespace Declarative;

/// <summary>
/// QDoRA on a <see cref="Linear"/>: <c>y = b + (m / ‖V‖)·x·Vᵀ</c> with <c>V = Q + s·B·A</c>, where Q is the weight as its codes
/// have it.
/// </summary>
public class QDoRALinear : QLoraLinear
{
    /// <summary>m, [out].</summary>
    public Parameter lora_magnitude_vector;

    private readonly Magnitude magnitude;

    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">A <see cref="Linear"/>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is no <see cref="Linear"/>, or a setting does not fit it.</exception>
    public QDoRALinear(nn.Module<Tensor, Tensor> layer, QDoRAOptions options)
        : base(layer, options)
    {
        lora_magnitude_vector = Create(Magnitude.Name, lora_B.out_features);
        Variant = magnitude = new Magnitude(
            this, () => lora_magnitude_vector, () => new Direction(QuantizedRows, lora_A.weight, lora_B.weight));
    }

    /// <inheritdoc/>
    protected override Tensor ForwardRows(Tensor x) => Rescaled(base.ForwardRows(x), Layer.bias);

    /// <inheritdoc cref="DoRALinear.Rescaled"/>
    protected Tensor Rescaled(Tensor result, Tensor? bias = null) => magnitude.Rescale(result, bias);

    // For what needs the whole weight, such as merging: the numbers, and not what the layer has in their place.
    internal override LowRankMatrices Matrices() => base.Matrices() with { Weight = Weight.Original };
}
