namespace Declarative;

/// <summary>Arithmetic that the LoRA adapters share.</summary>
internal static class LoraMath
{
    /// <summary>
    /// The scale to give to <c>addmm</c>, which takes single precision: <paramref name="scaling"/> where that is exact, and
    /// otherwise 1 after scaling the small factor, so that double-precision layers lose nothing.
    /// </summary>
    public static float Factor(double scaling, Tensor hidden)
    {
        var single = (float)scaling;
        if (single == scaling)
            return single;
        hidden.mul_(scaling);
        return 1;
    }

    /// <summary>s·B·A in the precision of its factors: [out, r] · [r, in].</summary>
    public static Tensor Product(Tensor b, Tensor a, double scaling)
    {
        var product = b.mm(a);
        return product.mul_(scaling);
    }
}
