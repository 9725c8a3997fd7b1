namespace Declarative;

/// <summary>(IA)³ on a <see cref="Conv2d"/>: <c>y = conv(x) ∘ l</c>, or <c>y = conv(x ∘ l)</c> in a feed-forward layer, l by channel.</summary>
/// <param name="layer">A <see cref="Conv2d"/>.</param>
/// <param name="options">The settings.</param>
/// <exception cref="AdapterException">The layer is no <see cref="Conv2d"/>.</exception>
public class IA3Conv2d(nn.Module<Tensor, Tensor> layer, IA3Options options)
    : IA3Adapter(nameof(IA3Conv2d), layer, options, ShapeOn(LoraAdapters.Require<Conv2d>(layer), options))
{
    /// <summary>The adapted layer.</summary>
    protected Conv2d Layer => (Conv2d)BaseLayer;

    /// <summary>The layer's scaled result.</summary>
    /// <param name="input">[N, in, H, W] or [in, H, W].</param>
    /// <returns>[N, out, H, W] or [out, H, W].</returns>
    public override Tensor forward(Tensor input)
    {
        using var l = ia3_l.view(-1, 1, 1);
        if (IsFeedForward)
        {
            using var scaled = input.mul(l);
            return Layer.forward(scaled);
        }
        using var result = Layer.forward(input);
        return result.mul(l);
    }

    // The weight is [out, in / groups, …], and each group has the scales of its own input channels.
    private protected override Tensor Scale(Tensor weight, Tensor vector)
    {
        if (!IsFeedForward)
            return weight.mul(vector.view(-1, 1, 1, 1));
        var groups = Layer.groups;
        return weight.unflatten(0, groups, -1).mul(vector.view(groups, 1, -1, 1, 1)).view_as(weight);
    }

    private static long[] ShapeOn(Conv2d layer, IA3Options options) =>
        [1, options.IsFeedForward ? layer.in_channels : layer.out_channels, 1, 1];
}
