using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes VeRA adapters: the library's class with the attribute's rank and a forward without branches.</summary>
internal sealed class VeraEmitter : MethodEmitter
{
    protected override string OptionsType => "global::Declarative.VeRAOptions";

    protected override IEnumerable<string> OptionValues(MethodSpec spec)
    {
        var (vera, defaults) = ((VeraSpec)spec, new VeraSpec());
        yield return $"Rank = {vera.Rank}";
        yield return $"SharedSeed = {Literals.Of(vera.SharedSeed)}";
        if (vera.DInitial != defaults.DInitial)
            yield return $"DInitial = {Literals.Of(vera.DInitial)}";
        if (vera.Dropout != defaults.Dropout)
            yield return $"Dropout = {Literals.Of(vera.Dropout)}";
        if (vera.Bias != defaults.Bias)
            yield return $"Bias = global::Declarative.TrainedBias.{vera.Bias}";
        if (!vera.SaveProjection)
            yield return "SaveProjection = false";
    }

    public override void WriteAdapter(SourceWriter writer, AdapterModel model)
    {
        var vera = (VeraSpec)model.Spec;
        using (Open(
            writer, model, $"VeRA of rank {vera.Rank} on {Target(model)}.", "VeRA",
            shape => $"d [{vera.Rank}], b [{shape.Out.Text}], and of the matrices of seed {Literals.Of(vera.SharedSeed)} A [{vera.Rank}, {shape.In.Text}], B [{shape.Out.Text}, {vera.Rank}]"))
        {
            writer.Line($"""
                /// <inheritdoc/>
                public override int Rank => {vera.Rank};
                """);
            if (model.Kind == LayerKind.Linear)
                writer.Line().Line(Forward(model, vera));
        }
    }

    // Three matrix products and no pass over [M, out]: both vectors go into the small factor.
    private static string Forward(AdapterModel model, VeraSpec vera) => $$"""
        /// <inheritdoc/>
        protected override {{Tensor}} ForwardRows({{Tensor}} x)
        {
        {{(vera.Dropout > 0 ? "    using var dropped = Dropped(x);\n" : "")}}    using var a = SharedA();
            using var hidden = {{Linear}}({{(vera.Dropout > 0 ? "dropped ?? x" : "x")}}, a);
            using var scaled = ScaledB();
            using var b = scaled.t();
            return {{Linear}}(x, Layer.weight{{BiasArgument(model)}}).addmm_(hidden, b, beta: 1, alpha: 1);
        }
        """;
}
