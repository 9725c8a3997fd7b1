namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether equal, element by element.</summary>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <summary>Whether different, element by element.</summary>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <summary>Whether less, element by element.</summary>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <summary>Whether less or equal, element by element.</summary>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    /// <summary>Whether greater, element by element.</summary>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <summary>Whether greater or equal, element by element.</summary>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    /// <summary>Whether close, element by element: apart by at most atol + rtol times the other.</summary>
    public static Tensor isclose(
        Tensor tensor,
        Tensor other,
        double rtol = 1e-5,
        double atol = 1e-8,
        bool nanEqual = false) =>
        tensor.isclose(other, rtol, atol, nanEqual);

    /// <summary>Whether every element is close: apart by at most atol + rtol times the other.</summary>
    public static bool allclose(
        Tensor tensor,
        Tensor target,
        double rtol = 1e-5,
        double atol = 1e-8,
        bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);

    /// <summary>Whether each element is among the others.</summary>
    public static Tensor isin(Tensor tensor, Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
        tensor.isin(test_elements, assumeUnique, invert);
}
