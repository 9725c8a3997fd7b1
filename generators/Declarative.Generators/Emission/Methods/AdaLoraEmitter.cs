using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes AdaLoRA adapters: the library's class with the attribute's numbers and a forward without branches.</summary>
internal sealed class AdaLoraEmitter : MethodEmitter
{
    private const string Tensor = "global::TorchSharp.torch.Tensor";
    private const string Linear = "global::TorchSharp.torch.nn.functional.linear";

    private static readonly AdaLoraSpec Defaults = new();

    protected override string OptionsType => "global::Declarative.AdaLoraOptions";

    protected override IEnumerable<string> OptionValues(MethodSpec spec)
    {
        var ada = (AdaLoraSpec)spec;
        yield return $"InitialRank = {ada.Rank}";
        yield return $"TargetRank = {ada.TargetRank}";
        yield return $"Alpha = {Literals.Of(ada.Alpha)}";
        if (ada.Dropout != Defaults.Dropout)
            yield return $"Dropout = {Literals.Of(ada.Dropout)}";
        if (ada.InitialSteps != Defaults.InitialSteps)
            yield return $"InitialSteps = {ada.InitialSteps}";
        if (ada.FinalSteps != Defaults.FinalSteps)
            yield return $"FinalSteps = {ada.FinalSteps}";
        if (ada.Interval != Defaults.Interval)
            yield return $"Interval = {ada.Interval}";
        if (ada.Beta1 != Defaults.Beta1)
            yield return $"Beta1 = {Literals.Of(ada.Beta1)}";
        if (ada.Beta2 != Defaults.Beta2)
            yield return $"Beta2 = {Literals.Of(ada.Beta2)}";
        if (ada.OrthogonalityWeight != Defaults.OrthogonalityWeight)
            yield return $"OrthogonalityWeight = {Literals.Of(ada.OrthogonalityWeight)}";
        yield return $"TotalSteps = {ada.TotalSteps}";
    }

    public override void WriteAdapter(SourceWriter writer, AdapterModel model)
    {
        var ada = (AdaLoraSpec)model.Spec;
        WriteSummary(writer, model, ada);
        using (writer.Open($"""
            {SourceFile.GeneratedCode}
            public sealed class {model.Name}(
                global::TorchSharp.torch.nn.Module<{Tensor}, {Tensor}> layer,
                {OptionsType} options)
                : global::Declarative.AdaLora{model.Kind}(layer, options)
            """))
        {
            writer.Line($"""
                /// <inheritdoc/>
                public override double Alpha => {Literals.Of(ada.Alpha)};

                /// <inheritdoc/>
                public override double Scaling => {Literals.Of(ada.Scaling)};
                """);
            if (model.Kind == LayerKind.Linear)
                writer.Line().Line(ForwardLinear(model, ada));
        }
    }

    private static void WriteSummary(SourceWriter writer, AdapterModel model, AdaLoraSpec ada)
    {
        writer.Line($"""
            /// <summary>AdaLoRA of rank {ada.Rank}, to be {ada.TargetRank} on average, on <c>{Literals.Xml(model.Layer)}</c> of <c>{model.OwnerName}</c>.</summary>
            """);
        if (model.Shape is { } shape)
        {
            writer.Line($"""
                /// <remarks>
                /// Weight {Literals.Xml(shape.WeightShape(model.Kind))}, A [{ada.Rank}, {Literals.Xml(shape.In.Text)}], B [{Literals.Xml(shape.Out.Text)}, {ada.Rank}], E [{ada.Rank}, 1]:
                /// {Literals.Xml(Literals.Readable(ada.CountParameters(model.Kind, shape)))} trainable parameters at the start beside the layer's {Literals.Xml(Literals.Readable(shape.Parameters))}{(shape.FromDefaults ? ", with default sizes" : "")}.
                /// </remarks>
                """);
        }
        writer.Line("""
            /// <param name="layer">The layer.</param>
            /// <param name="options">The attribute's values.</param>
            """);
    }

    // Three matrix products and no pass over [M, out]; the rank is what is left of it.
    private static string ForwardLinear(AdapterModel model, AdaLoraSpec ada) => $$"""
        /// <inheritdoc/>
        protected override {{Tensor}} ForwardRows({{Tensor}} x)
        {
        {{(ada.Dropout > 0 ? "    using var dropped = Dropped(x);\n" : "")}}    using var e = lora_E.mul({{Literals.Of(ada.Scaling)}});
            using var a = lora_A.mul(e);
            using var hidden = {{Linear}}({{(ada.Dropout > 0 ? "dropped ?? x" : "x")}}, a);
            using var b = lora_B.t();
            return {{Linear}}(x, Layer.weight{{(model.HasNoBias ? "" : ", Layer.bias")}}).addmm_(hidden, b, beta: 1, alpha: 1);
        }
        """;
}
