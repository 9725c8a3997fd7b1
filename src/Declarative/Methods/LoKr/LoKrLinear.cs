namespace Declarative;

/// <summary>LoKr on a <see cref="Linear"/>: <c>y = x·(W + ΔW)ᵀ + b</c>.</summary>
public class LoKrLinear : LoKrAdapter
{
    /// <summary>An adapter on the layer's device and dtype.</summary>
    /// <param name="layer">A <see cref="Linear"/>.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="AdapterException">The layer is no <see cref="Linear"/>, or a setting does not fit it.</exception>
    public LoKrLinear(nn.Module<Tensor, Tensor> layer, LoKrOptions options)
        : base(nameof(LoKrLinear), layer, options) =>
        LoraAdapters.Require<Linear>(layer);

    /// <summary>The adapted layer.</summary>
    protected Linear Layer => (Linear)BaseLayer;

    /// <summary>The layer's result with its update.</summary>
    /// <param name="input">[…, in], of any number of dimensions from 1.</param>
    /// <returns>[…, out].</returns>
    public sealed override Tensor forward(Tensor input) => Rows.Map(input, ForwardRows);

    /// <summary>The layer's result with its update, by the two factors where they are small enough, else by ΔW itself.</summary>
    /// <param name="x">[M, in].</param>
    /// <returns>[M, out], a new tensor.</returns>
    protected virtual Tensor ForwardRows(Tensor x)
    {
        if (IsCheaperFactored)
            return ForwardFactored(x);
        using var update = Update();
        return DeltaForward.Linear(Layer, x, update);
    }

    // For one row i₁·o₂·(i₂ + o₁) multiplications instead of i₁·o₂·i₂·o₁, and two passes to turn the sides around.
    private bool IsCheaperFactored => 2 * (Shape.In2 + Shape.Out1) <= Shape.In2 * Shape.Out1;

    // A row x as a matrix X [i₁, i₂]: (w₁ ⊗ w₂)·x is w₁·X·w₂ᵀ [o₁, o₂].
    private Tensor ForwardFactored(Tensor x)
    {
        using var scope = NewDisposeScope();
        var (out1, out2, in1, in2, rows) = (Shape.Out1, Shape.Out2, Shape.In1, Shape.In2, x.size(0));
        var inner = x.reshape(rows * in1, in2).mm(Second().t());
        var turned = inner.view(rows, in1, out2).transpose(1, 2).reshape(rows * out2, in1);
        var update = turned.mm(First().t()).view(rows, out2, out1).transpose(1, 2);
        var own = nn.functional.linear(x, Layer.weight, Layer.bias).view(rows, out1, out2);
        return own.add(update).reshape(rows, out1 * out2).MoveToOuterDisposeScope();
    }
}
