namespace Declarative;

/// <summary>DoRA on a <see cref="Linear"/>: <c>y = b + (m / ‖V‖)·x·Vᵀ</c> with <c>V = W + s·B·A</c>.</summary>
public class DoRALinear : LoraLinear
{
    /// <summary>m, [out].</summary>
    public Parameter lora_magnitude_vector;

    private readonly Magnitude magnitude;

    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">A <see cref="Linear"/>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is of another kind, or a setting does not fit it.</exception>
    public DoRALinear(nn.Module<Tensor, Tensor> layer, DoRAOptions options)
        : base(layer, options)
    {
        lora_magnitude_vector = Create(Magnitude.Name, lora_B.out_features);
        Variant = magnitude = new Magnitude(this, () => lora_magnitude_vector, () => Direction.Of(Matrices()));
    }

    /// <inheritdoc/>
    protected override Tensor ForwardRows(Tensor x) => Rescaled(base.ForwardRows(x), Layer.bias);

    /// <summary>A result of V with each output multiplied by its m / ‖V‖; takes <paramref name="result"/> over.</summary>
    /// <param name="result">V's result with the bias, [M, out].</param>
    /// <param name="bias">The layer's bias, [out]; <see langword="null"/> where it has none.</param>
    protected Tensor Rescaled(Tensor result, Tensor? bias = null) => magnitude.Rescale(result, bias);
}
