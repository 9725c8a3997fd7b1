namespace Declarative;

/// <summary>(IA)³ on one layer: its outputs, or in a feed-forward layer its inputs, are scaled by a trained vector l.</summary>
public abstract class IA3Adapter : Adapter
{
    /// <summary>l: [out, 1] or, in a feed-forward layer, [1, in]; on a convolution [1, channels, 1, 1].</summary>
    public Parameter ia3_l;

    private readonly IA3Options options;

    private protected IA3Adapter(string typeName, nn.Module<Tensor, Tensor> layer, IA3Options options, params long[] shape)
        : base(typeName, layer)
    {
        this.options = options;
        var weight = Weight.Current;
        ia3_l = (Parameter)new Parameter(ones(shape, weight.dtype, weight.device)).DetachFromDisposeScope();
        register_parameter(nameof(ia3_l), ia3_l);
    }

    /// <inheritdoc/>
    public sealed override AdapterOptions Options => options;

    /// <summary>0: a scaled layer has no update of low rank.</summary>
    public sealed override int Rank => 0;

    /// <summary>Whether l scales the layer's inputs, and not its outputs.</summary>
    public bool IsFeedForward => options.IsFeedForward;

    /// <inheritdoc/>
    public sealed override Tensor Delta()
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        return Scale(Weight.Current, ia3_l.sub(1)).MoveToOuterDisposeScope();
    }

    internal sealed override Tensor? BiasDelta()
    {
        if (IsFeedForward || Bias.Find() is not { } bias)
            return null;
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        return bias.mul(ia3_l.sub(1).view(-1)).MoveToOuterDisposeScope();
    }

    internal sealed override IReadOnlyList<BaseTensor> ChangedTensors => IsFeedForward ? [Weight] : [Weight, Bias];

    internal sealed override void Initialize()
    {
        using var noGrad = no_grad();
        ia3_l.fill_(1);
    }

    internal sealed override IReadOnlyList<AdapterTensor> CheckpointTensors() => [new(nameof(ia3_l), ia3_l)];

    internal static AdapterException Unsupported(nn.Module layer) => new(
        $"(IA)³ cannot adapt a {layer.GetType().Name}. It adapts Linear, Conv2d and any Module<Tensor, Tensor> with a 2-D "
        + "parameter or buffer named 'weight'. Leave the layer out with Exclude.");

    /// <summary>A weight scaled by a vector in the shape of <see cref="ia3_l"/>: each row, or in a feed-forward layer each column.</summary>
    private protected virtual Tensor Scale(Tensor weight, Tensor vector) => weight.mul(vector);

    /// <summary>The shape of l on a weight [out, in].</summary>
    private protected static long[] ShapeOn(Tensor weight, IA3Options options) =>
        options.IsFeedForward ? [1, weight.size(1)] : [weight.size(0), 1];
}
