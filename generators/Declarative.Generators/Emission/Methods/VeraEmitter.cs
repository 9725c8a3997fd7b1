using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes VeRA adapters: the library's class with the attribute's rank and a forward without branches.</summary>
internal sealed class VeraEmitter : MethodEmitter
{
    private const string Tensor = "global::TorchSharp.torch.Tensor";
    private const string Linear = "global::TorchSharp.torch.nn.functional.linear";

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
        WriteSummary(writer, model, vera);
        using (writer.Open($"""
            {SourceFile.GeneratedCode}
            public sealed class {model.Name}(
                global::TorchSharp.torch.nn.Module<{Tensor}, {Tensor}> layer,
                {OptionsType} options)
                : global::Declarative.VeRA{model.Kind}(layer, options)
            """))
        {
            writer.Line($"""
                /// <inheritdoc/>
                public override int Rank => {vera.Rank};
                """);
            if (model.Kind == LayerKind.Linear)
                writer.Line().Line(Forward(model, vera));
        }
    }

    private static void WriteSummary(SourceWriter writer, AdapterModel model, VeraSpec vera)
    {
        writer.Line($"""
            /// <summary>VeRA of rank {vera.Rank} on <c>{Literals.Xml(model.Layer)}</c> of <c>{model.OwnerName}</c>.</summary>
            """);
        if (model.Shape is { } shape)
        {
            writer.Line($"""
                /// <remarks>
                /// Weight {Literals.Xml(shape.WeightShape(model.Kind))}, d [{vera.Rank}], b [{Literals.Xml(shape.Out.Text)}], and of the matrices of seed {Literals.Of(vera.SharedSeed)} A [{vera.Rank}, {Literals.Xml(shape.In.Text)}], B [{Literals.Xml(shape.Out.Text)}, {vera.Rank}]:
                /// {Literals.Xml(Literals.Readable(vera.CountParameters(model.Kind, shape)))} trainable parameters beside the layer's {Literals.Xml(Literals.Readable(shape.Parameters))}{(shape.FromDefaults ? ", with default sizes" : "")}.
                /// </remarks>
                """);
        }
        writer.Line("""
            /// <param name="layer">The layer.</param>
            /// <param name="options">The attribute's values.</param>
            """);
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
            return {{Linear}}(x, Layer.weight{{(model.HasNoBias ? "" : ", Layer.bias")}}).addmm_(hidden, b, beta: 1, alpha: 1);
        }
        """;
}
