using Declarative.Arithmetic;
using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes LoKr adapters.</summary>
internal sealed class LokrEmitter : DeltaEmitter
{
    protected override string Name => "LoKr";

    protected override IEnumerable<string> FurtherValues(MethodSpec spec)
    {
        var lokr = (LokrSpec)spec;
        if (lokr.DecomposeBoth)
            yield return "DecomposeBoth = true";
        if (lokr.DecomposeFactor != KroneckerShape.Balanced)
            yield return $"DecomposeFactor = {lokr.DecomposeFactor}";
    }

    protected override string Tensors(AdapterModel model, LayerShape shape)
    {
        var spec = (LokrSpec)model.Spec;
        if (spec.FactorsOf(shape) is not { } factors)
            return $"the factors w1 and w2 of rank {spec.Rank}";
        var kernel = string.Concat(shape.Kernel.Select(static k => $", {k}"));
        return $"w1 [{factors.Out1}, {factors.In1}]{OfRank(factors.SplitsFirst)}, w2 [{factors.Out2}, {factors.In2}{kernel}]{OfRank(factors.SplitsSecond)}";

        string OfRank(bool splits) => splits ? $" of rank {spec.Rank}" : "";
    }

    // Which tensors there are follows from the sizes; sizes by default may be others.
    protected override string? Body(AdapterModel model)
    {
        var spec = (LokrSpec)model.Spec;
        if (model.Shape is not { FromDefaults: false } shape
            || spec.FactorsOf(shape) is not { } factors
            || spec.IsTucker(model.Kind, shape) is not { } isTucker)
        {
            return null;
        }
        var first = factors.SplitsFirst ? $"lokr_w1_a!.mm(lokr_w1_b!){Scaled(spec, "mul_")}" : $"lokr_w1!.mul({Literals.Of(spec.Scaling)})";
        var second = !factors.SplitsSecond ? "    return lokr_w2!.flatten(1);"
            : !isTucker ? "    return lokr_w2_a!.mm(lokr_w2_b!);"
            : "    using var kernels = Tucker(lokr_t2!, lokr_w2_a!, lokr_w2_b!);\n    return kernels.flatten(1);";
        return $$"""
            /// <inheritdoc/>
            protected override {{Tensor}} First() => {{first}};

            /// <inheritdoc/>
            protected override {{Tensor}} Second()
            {
            {{second}}
            }
            """;
    }
}
