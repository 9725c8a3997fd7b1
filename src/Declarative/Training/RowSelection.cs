namespace Declarative;

/// <summary>What is left of a parameter: some rows, or columns.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Dimension">0 for rows, 1 for columns.</param>
/// <param name="Kept">Which ones, in ascending order.</param>
internal sealed record RowSelection(Parameter Parameter, int Dimension, int[] Kept)
{
    /// <summary>The shape of what is left.</summary>
    public long[] Shape
    {
        get
        {
            var shape = Parameter.shape;
            shape[Dimension] = Kept.Length;
            return shape;
        }
    }

    /// <summary>The values that are left; the parameter itself where all are.</summary>
    public Tensor Select() => Kept.Length == Parameter.size(Dimension) ? Parameter : Select(Parameter.detach());

    /// <summary>Takes the rest out of the parameter and of its gradient, in place.</summary>
    public void ApplyToParameter()
    {
        using var scope = NewDisposeScope();
        if (Parameter.grad is { } gradient)
            Apply(gradient);
        Apply(Parameter);
    }

    /// <summary>Takes the rest out of a tensor of the parameter's former shape, in place.</summary>
    public void Apply(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        InPlace.Replace(tensor, Select(tensor.detach()));
    }

    private Tensor Select(Tensor tensor)
    {
        using var index = torch.tensor(Array.ConvertAll(Kept, static k => (long)k), device: tensor.device);
        return tensor.index_select(Dimension, index);
    }
}
