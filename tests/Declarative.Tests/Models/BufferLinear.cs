namespace Declarative.Tests.Models;

/// <summary>A linear class of one's own, its weight in a buffer.</summary>
internal sealed class BufferLinear : nn.Module<Tensor, Tensor>
{
    private readonly Tensor weight;

    public BufferLinear(Tensor weight)
        : base(nameof(BufferLinear))
    {
        this.weight = weight;
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var product = nn.functional.linear(input, weight);
        return product.relu();
    }
}
