namespace Declarative;

/// <summary>DoRA on a <see cref="Conv1d"/>, with the length of each output channel's kernels.</summary>
public class DoRAConv1d : LoraConv1d
{
    /// <summary>m, [1, out, 1].</summary>
    public Parameter lora_magnitude_vector;

    private readonly Magnitude magnitude;

    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">A <see cref="Conv1d"/> of one group.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is of another kind, or a setting does not fit it.</exception>
    public DoRAConv1d(nn.Module<Tensor, Tensor> layer, DoRAOptions options)
        : base(layer, options)
    {
        if (MergeObstacle is { } obstacle)
            throw new AdapterException($"DoRA needs the update in the shape of the weight: {obstacle}. Use [Lora] here, or leave the layer out with Exclude.");
        lora_magnitude_vector = Create(Magnitude.Name, 1, lora_B.out_channels, 1);
        Variant = magnitude = new Magnitude(this, () => lora_magnitude_vector, () => Direction.Of(Matrices()));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Rescaled(base.forward(input), Layer.bias);

    /// <summary>A result of V with each output multiplied by its m / ‖V‖; takes <paramref name="result"/> over.</summary>
    /// <param name="result">V's result with the bias, [N, out, …] or [out, …].</param>
    /// <param name="bias">The layer's bias, [out]; <see langword="null"/> where it has none.</param>
    protected Tensor Rescaled(Tensor result, Tensor? bias = null) => magnitude.Rescale(result, bias, trailing: 1);
}
