namespace Declarative;

/// <summary>
/// (IA)³ on any module that maps [.., in] to [.., out] and has a weight [out, in], as a parameter or a buffer named
/// <c>weight</c>: <c>y = layer(x) ∘ l</c>, or <c>y = layer(x ∘ l)</c> in a feed-forward layer.
/// </summary>
/// <param name="layer">A module with a 2-D <c>weight</c>.</param>
/// <param name="options">The settings.</param>
/// <exception cref="AdapterException">The layer has no such weight.</exception>
public class IA3LinearLike(nn.Module<Tensor, Tensor> layer, IA3Options options)
    : IA3Adapter(nameof(IA3LinearLike), layer, options, ShapeOn(Matrix(layer), options))
{
    /// <summary>The layer's scaled result.</summary>
    /// <param name="input">[…, in].</param>
    /// <returns>[…, out].</returns>
    public override Tensor forward(Tensor input)
    {
        if (IsFeedForward)
        {
            using var row = ia3_l.view(-1);
            using var scaled = input.mul(row);
            return BaseLayer.forward(scaled);
        }
        using var result = BaseLayer.forward(input);
        using var l = ia3_l.view(-1);
        return result.mul(l);
    }

    // Scaling the outputs scales all that adds to them; of these only the weight and the bias are known.
    internal override string? MergeObstacle =>
        IsFeedForward || Further is not { } further ? null : $"it has, beside weight and bias, '{further}', which may add to its outputs";

    private string? Further => BaseLayer.state_dict().Keys.FirstOrDefault(static k => k is not (BaseTensor.WeightName or BaseTensor.BiasName));

    private static Tensor Matrix(nn.Module<Tensor, Tensor> layer) =>
        BaseTensor.FindMatrix(layer) ?? throw Unsupported(layer);
}
