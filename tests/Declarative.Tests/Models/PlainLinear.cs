namespace Declarative.Tests.Models;

/// <summary>A linear class of one's own with a weight and a bias, in double precision.</summary>
internal sealed class PlainLinear : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight, bias;

    public PlainLinear(long inputs, long outputs)
        : base(nameof(PlainLinear))
    {
        weight = new Parameter(randn(outputs, inputs, ScalarType.Float64));
        bias = new Parameter(randn(outputs, ScalarType.Float64));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias);
}
