using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes LoHa adapters.</summary>
internal sealed class LohaEmitter : DeltaEmitter
{
    protected override string Name => "LoHa";

    protected override string Tensors(AdapterModel model, LayerShape shape)
    {
        var spec = (LohaSpec)model.Spec;
        var inputs = Formula.Quotient(shape.In, shape.Groups);
        return spec.IsTucker(model.Kind, shape) switch
        {
            true => $"two of A [{spec.Rank}, {shape.Out}], B [{spec.Rank}, {inputs}], T [{spec.Rank}, {spec.Rank}, {string.Join(", ", shape.Kernel)}]",
            false => $"two of A [{shape.Out}, {spec.Rank}], B [{spec.Rank}, {Formula.Product(inputs, shape.KernelArea)}]",
            null => $"two of A and B of rank {spec.Rank}",
        };
    }

    protected override string? Body(AdapterModel model)
    {
        var spec = (LohaSpec)model.Spec;
        if (spec.IsTucker(model.Kind, model.Shape) is not { } isTucker)
            return null;
        var (first, second) = isTucker
            ? ("Tucker(hada_t1!, hada_w1_a, hada_w1_b)", "Tucker(hada_t2!, hada_w2_a, hada_w2_b)")
            : ("hada_w1_a.mm(hada_w1_b)", "hada_w2_a.mm(hada_w2_b)");
        var product = $"first.mul(second){Scaled(spec, "mul_")}";
        var result = model.Kind is LayerKind.Conv1d or LayerKind.Conv2d
            ? $"using var product = {product};\n    return product.view_as(Layer.weight);"
            : $"return {product};";
        return $$"""
            /// <inheritdoc/>
            protected override {{Tensor}} Update()
            {
                using var first = {{first}};
                using var second = {{second}};
                {{result}}
            }
            """;
    }
}
