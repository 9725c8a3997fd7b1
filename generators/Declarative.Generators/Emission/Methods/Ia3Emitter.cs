using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes (IA)³ adapters: the library's class with a forward of one form, where the form is known.</summary>
internal sealed class Ia3Emitter : MethodEmitter
{
    protected override string OptionsType => "global::Declarative.IA3Options";

    protected override IEnumerable<string> OptionValues(MethodSpec spec)
    {
        if (((Ia3Spec)spec).FeedForward is { Length: > 0 } feedForward)
            yield return $"FeedForward = {Literals.Of(feedForward)}";
    }

    public override void WriteAdapter(SourceWriter writer, AdapterModel model)
    {
        var spec = (Ia3Spec)model.Spec;
        using (Open(writer, model, $"(IA)³ on {Target(model)}, which scales its {Scaled(spec)}.", "IA3", shape => VectorOf(model, spec, shape)))
        {
            if (Forward(model, spec) is { } forward)
                writer.Line(forward);
        }
    }

    private static string Scaled(Ia3Spec spec) => spec.IsFeedForward switch
    {
        true => "inputs",
        false => "outputs",
        null => "outputs, or its inputs where it is a feed-forward layer",
    };

    private static string VectorOf(AdapterModel model, Ia3Spec spec, LayerShape shape)
    {
        var size = spec.CountParameters(model.Kind, shape);
        return model.Kind == LayerKind.Conv2d ? $"l [1, {size}, 1, 1]"
            : spec.IsFeedForward == true ? $"l [1, {size}]"
            : spec.IsFeedForward == false ? $"l [{size}, 1]"
            : $"l [{size}]";
    }

    private static string? Forward(AdapterModel model, Ia3Spec spec) => (model.Kind, spec.IsFeedForward) switch
    {
        (LayerKind.Linear, true) => $$"""
            /// <inheritdoc/>
            protected override {{Tensor}} ForwardRows({{Tensor}} x)
            {
                using var scaled = x.mul(ia3_l);
                return {{Linear}}(scaled, Layer.weight{{BiasArgument(model)}});
            }
            """,
        (LayerKind.Linear, false) => $$"""
            /// <inheritdoc/>
            protected override {{Tensor}} ForwardRows({{Tensor}} x)
            {
                using var result = {{Linear}}(x, Layer.weight{{BiasArgument(model)}});
                using var l = ia3_l.t();
                return result.mul(l);
            }
            """,
        (LayerKind.Conv2d, true) => $$"""
            /// <inheritdoc/>
            public override {{Tensor}} forward({{Tensor}} x)
            {
                using var l = ia3_l.view(-1, 1, 1);
                using var scaled = x.mul(l);
                return Layer.forward(scaled);
            }
            """,
        (LayerKind.Conv2d, false) => $$"""
            /// <inheritdoc/>
            public override {{Tensor}} forward({{Tensor}} x)
            {
                using var result = Layer.forward(x);
                using var l = ia3_l.view(-1, 1, 1);
                return result.mul(l);
            }
            """,
        _ => null,
    };
}
