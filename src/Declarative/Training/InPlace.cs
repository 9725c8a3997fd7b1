namespace Declarative;

/// <summary>Gives a tensor another shape in place, so that whoever holds it, an optimizer for one, holds the new one.</summary>
internal static class InPlace
{
    /// <summary>Takes memory and shape of <paramref name="values"/> over; what was recorded for a backward pass stays valid.</summary>
    public static void Replace(Tensor tensor, Tensor values)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        tensor.set_(values);
    }
}
