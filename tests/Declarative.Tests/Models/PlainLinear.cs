namespace Declarative.Tests.Models;

/// <summary>A linear class of one's own, with a weight and a bias.</summary>
internal sealed class PlainLinear : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter? bias;

    public PlainLinear(Tensor weight, Tensor? bias = null)
        : base(nameof(PlainLinear))
    {
        this.weight = new Parameter(weight);
        this.bias = bias is null ? null : new Parameter(bias);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias);
}
