namespace Declarative.Tests.Support;

/// <summary>Gradients by central differences, in double precision.</summary>
internal static class Gradients
{
    private const double Step = 1e-5;

    /// <summary>The gradient of <paramref name="loss"/> with respect to every entry of <paramref name="tensor"/>.</summary>
    public static Tensor Numeric(Func<Tensor> loss, Tensor tensor)
    {
        using var noGrad = no_grad();
        var gradient = zeros(tensor.shape, ScalarType.Float64);
        using var flat = tensor.detach().view(-1);
        using var result = gradient.view(-1);
        for (var i = 0L; i < flat.size(0); i++)
        {
            var value = flat[i].item<double>();
            var up = At(value + Step);
            var down = At(value - Step);
            flat[i] = tensor_(value);
            result[i] = tensor_((up - down) / (2 * Step));

            double At(double x)
            {
                flat[i] = tensor_(x);
                using var y = loss();
                return y.item<double>();
            }
        }
        return gradient;

        static Tensor tensor_(double x) => torch.tensor(x, ScalarType.Float64);
    }
}
