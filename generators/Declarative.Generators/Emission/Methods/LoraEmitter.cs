using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes LoRA adapters: the library's class with the attribute's numbers and a forward without branches.</summary>
internal sealed class LoraEmitter : IMethodEmitter
{
    private const string Tensor = "global::TorchSharp.torch.Tensor";
    private const string Linear = "global::TorchSharp.torch.nn.functional.linear";

    public bool Writes(MethodSpec spec) => spec is LoraSpec;

    public string Options(MethodSpec spec)
    {
        var (lora, defaults) = ((LoraSpec)spec, new LoraSpec());
        var values = new List<string> { $"Rank = {lora.Rank}", $"Alpha = {Literals.Of(lora.Alpha)}" };
        if (lora.Dropout != defaults.Dropout)
            values.Add($"Dropout = {Literals.Of(lora.Dropout)}");
        if (lora.Bias != defaults.Bias)
            values.Add($"Bias = global::Declarative.TrainedBias.{lora.Bias}");
        if (lora.RankStabilized)
            values.Add("RankStabilized = true");
        if (lora.Init != defaults.Init)
            values.Add($"Init = global::Declarative.LoraInit.{lora.Init}");
        return $"new global::Declarative.LoraOptions {{ {string.Join(", ", values)} }}";
    }

    public string Create(MethodSpec spec, string? adapter) => adapter is null
        ? "global::Declarative.LoraAdapters.Create(layer, (global::Declarative.LoraOptions)options)"
        : $"new {adapter}(layer, (global::Declarative.LoraOptions)options)";

    public void WriteAdapter(SourceWriter writer, AdapterModel model)
    {
        var lora = (LoraSpec)model.Spec;
        WriteSummary(writer, model, lora);
        using (writer.Open($"""
            {SourceFile.GeneratedCode}
            public sealed class {model.Name}(
                global::TorchSharp.torch.nn.Module<{Tensor}, {Tensor}> layer,
                global::Declarative.LoraOptions options)
                : global::Declarative.Lora{model.Kind}(layer, options)
            """))
        {
            writer.Line($"""
                /// <inheritdoc/>
                public override int Rank => {lora.Rank};

                /// <inheritdoc/>
                public override double Alpha => {Literals.Of(lora.Alpha)};

                /// <inheritdoc/>
                public override double Scaling => {Literals.Of(lora.Scaling)};
                """);
            if (Forward(model, lora) is { } forward)
                writer.Line().Line(forward);
        }
    }

    private static void WriteSummary(SourceWriter writer, AdapterModel model, LoraSpec lora)
    {
        writer.Line($"""
            /// <summary>LoRA of rank {lora.Rank} on <c>{Literals.Xml(model.Layer)}</c> of <c>{model.OwnerName}</c>.</summary>
            """);
        if (model.Shape is { } shape)
        {
            var inputs = Formula.Product(shape.In, shape.KernelArea);
            writer.Line($"""
                /// <remarks>
                /// Weight {Literals.Xml(shape.WeightShape(model.Kind))}, A [{lora.Rank}, {Literals.Xml(inputs.Text)}], B [{Literals.Xml(shape.Out.Text)}, {lora.Rank}]:
                /// {Literals.Xml(Literals.Readable(lora.CountParameters(model.Kind, shape)))} trainable parameters beside the layer's {Literals.Xml(Literals.Readable(shape.Parameters))}{(shape.FromDefaults ? ", with default sizes" : "")}.
                /// </remarks>
                """);
        }
        writer.Line("""
            /// <param name="layer">The layer.</param>
            /// <param name="options">The attribute's values.</param>
            """);
    }

    private static string? Forward(AdapterModel model, LoraSpec lora) => model.Kind switch
    {
        LayerKind.Linear => ForwardLinear(model, lora),
        LayerKind.Embedding => ForwardEmbedding(lora),
        LayerKind.Conv1d or LayerKind.Conv2d => ForwardConvolution(lora),
        _ => null,
    };

    // Three matrix products and no pass over [M, out].
    private static string ForwardLinear(AdapterModel model, LoraSpec lora) => $$"""
        /// <inheritdoc/>
        protected override {{Tensor}} ForwardRows({{Tensor}} x)
        {
        {{Dropped(lora)}}    using var hidden = {{Linear}}({{Input(lora)}}, lora_A.weight);{{Scale(lora)}}
            using var b = lora_B.weight.t();
            return {{Linear}}(x, Layer.weight{{(model.HasNoBias ? "" : ", Layer.bias")}}).addmm_(hidden, b, beta: 1, alpha: {{Alpha(lora)}});
        }
        """;

    private static string ForwardEmbedding(LoraSpec lora) => $$"""
        /// <inheritdoc/>
        protected override {{Tensor}} ForwardRows({{Tensor}} ids)
        {
            using var a = lora_embedding_A.t();
            using var hidden = a.index_select(0, ids);{{Scale(lora)}}
            using var b = lora_embedding_B.t();
            return Layer.forward(ids).addmm_(hidden, b, beta: 1, alpha: {{Alpha(lora)}});
        }
        """;

    private static string ForwardConvolution(LoraSpec lora) => $$"""
        /// <inheritdoc/>
        public override {{Tensor}} forward({{Tensor}} x)
        {
        {{Dropped(lora)}}    using var hidden = lora_A.forward({{Input(lora)}});
            using var update = lora_B.forward(hidden);
            return Layer.forward(x).add_(update, {{Literals.Of(lora.Scaling)}});
        }
        """;

    private static string Dropped(LoraSpec lora) => lora.Dropout > 0 ? "    using var dropped = Dropped(x);\n" : "";

    private static string Input(LoraSpec lora) => lora.Dropout > 0 ? "dropped ?? x" : "x";

    // addmm takes single precision; a scale that is none exactly is put into the small factor, so that double stays exact.
    private static bool IsSingle(LoraSpec lora) => (float)lora.Scaling == lora.Scaling;

    private static string Alpha(LoraSpec lora) => !IsSingle(lora) ? "1"
        : lora.Scaling == Math.Floor(lora.Scaling) && Math.Abs(lora.Scaling) < 1e6 ? Literals.Of(lora.Scaling)
        : $"(float){Literals.Of(lora.Scaling)}";

    private static string Scale(LoraSpec lora) => IsSingle(lora) ? "" : $"\n    hidden.mul_({Literals.Of(lora.Scaling)});";
}
