namespace Declarative.Tests.Models;

/// <summary>A linear class of one's own: its weight and nothing else.</summary>
internal sealed class OwnLinear : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;

    public OwnLinear(long inputs, long outputs, ScalarType dtype)
        : base(nameof(OwnLinear))
    {
        weight = new Parameter(rand(outputs, inputs, dtype));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => nn.functional.linear(input, weight);
}
