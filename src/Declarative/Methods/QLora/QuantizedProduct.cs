namespace Declarative;

/// <summary>
/// <c>x·Wᵀ + b</c> with a quantised W, which is unpacked block by block in the forward pass and again in the backward pass:
/// at no time is there more of it than a block, and x is not kept.
/// </summary>
internal sealed class QuantizedProduct : autograd.SingleTensorFunction<QuantizedProduct>
{
    private const string MatrixKey = "matrix";

    public override string Name => nameof(QuantizedProduct);

    /// <summary>The product.</summary>
    /// <param name="x">[M, in].</param>
    /// <param name="matrix">W, [out, in].</param>
    /// <param name="bias">b, [out], not trained; <see langword="null"/> for none.</param>
    /// <returns>[M, out].</returns>
    public static Tensor Of(Tensor x, QuantizedMatrix matrix, Tensor? bias)
    {
        var product = apply(x, matrix);
        return bias is null ? product : product.add_(bias);
    }

    /// <inheritdoc/>
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (x, matrix) = ((Tensor)vars[0], (QuantizedMatrix)vars[1]);
        ctx.save_data(MatrixKey, matrix);
        var product = empty([x.size(0), matrix.Rows], x.dtype, x.device);
        foreach (var (start, count) in matrix.Blocks)
        {
            using var scope = NewDisposeScope();
            product.narrow(1, start, count).copy_(nn.functional.linear(x, matrix.Unpack(start, count, x.dtype)));
        }
        return product;
    }

    /// <inheritdoc/>
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var matrix = (QuantizedMatrix)ctx.get_data(MatrixKey);
        var gradient = zeros([grad_output.size(0), matrix.Columns], grad_output.dtype, grad_output.device);
        foreach (var (start, count) in matrix.Blocks)
        {
            using var scope = NewDisposeScope();
            gradient.addmm_(grad_output.narrow(1, start, count), matrix.Unpack(start, count, grad_output.dtype), beta: 1, alpha: 1);
        }
        return [gradient, null!];
    }
}
