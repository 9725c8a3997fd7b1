using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>
/// Writes LoRA adapters: the library's class with the attribute's numbers and a forward without branches. A method built on
/// LoRA says what it is called and what it does with the result.
/// </summary>
internal class LoraEmitter : MethodEmitter
{
    /// <summary>What the library's adapters of the method begin with: <c>LoraLinear</c>.</summary>
    protected virtual string Prefix => "Lora";

    /// <summary>What the library's type of the method's settings begins with: <c>LoraOptions</c>.</summary>
    protected virtual string OptionsPrefix => Prefix;

    /// <summary>The method for people.</summary>
    protected virtual string Title => "LoRA";

    protected sealed override string OptionsType => $"global::Declarative.{OptionsPrefix}Options";

    /// <summary>The tensors beside A and B, for people: <c>, m [2048]</c>.</summary>
    protected virtual string FurtherTensors(LayerKind kind, LayerShape shape) => "";

    /// <summary>The result of a linear layer of <c>x</c>, [M, in], a new tensor.</summary>
    /// <param name="bias">The layer's bias; null where it has none.</param>
    protected virtual string Own(string? bias) => bias is null ? $"{Linear}(x, Layer.weight)" : $"{Linear}(x, Layer.weight, {bias})";

    /// <summary>The result of the adapter.</summary>
    /// <param name="updated">The layer's result with its update, a new tensor.</param>
    /// <param name="bias">The layer's bias; null where it has none.</param>
    protected virtual string Result(string updated, string? bias) => updated;

    protected override IEnumerable<string> OptionValues(MethodSpec spec)
    {
        var (lora, defaults) = ((LowRankSpec)spec, new LoraSpec());
        yield return $"Rank = {lora.Rank}";
        yield return $"Alpha = {Literals.Of(lora.Alpha)}";
        if (lora.Dropout != defaults.Dropout)
            yield return $"Dropout = {Literals.Of(lora.Dropout)}";
        if (lora.Bias != defaults.Bias)
            yield return $"Bias = global::Declarative.TrainedBias.{lora.Bias}";
        if (lora.RankStabilized)
            yield return "RankStabilized = true";
        if (lora.Init != defaults.Init)
            yield return $"Init = global::Declarative.LoraInit.{lora.Init}";
        if (lora.LearningRateRatio != defaults.LearningRateRatio)
            yield return $"LearningRateRatio = {Literals.Of(lora.LearningRateRatio)}";
        if (lora.FreezeA)
            yield return "FreezeA = true";
        if (lora.ProjectGradient)
            yield return "ProjectGradient = true";
    }

    public override void WriteAdapter(SourceWriter writer, AdapterModel model)
    {
        var lora = (LowRankSpec)model.Spec;
        using (Open(writer, model, $"{Title} of rank {lora.Rank} on {Target(model)}.", Prefix, shape => Tensors(model, lora, shape)))
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

    private string Tensors(AdapterModel model, LowRankSpec lora, LayerShape shape) =>
        $"A [{lora.Rank}, {Formula.Product(shape.In, shape.KernelArea).Text}]{(lora.FreezeA ? " frozen" : "")}, B [{shape.Out.Text}, {lora.Rank}]{FurtherTensors(model.Kind, shape)}";

    private string? Forward(AdapterModel model, LowRankSpec lora) => model.Kind switch
    {
        LayerKind.Linear => ForwardLinear(model, lora),
        LayerKind.Embedding => ForwardEmbedding(lora),
        LayerKind.Conv1d or LayerKind.Conv2d => ForwardConvolution(model, lora),
        _ => null,
    };

    // Three matrix products and no pass over [M, out].
    private string ForwardLinear(AdapterModel model, LowRankSpec lora) => $$"""
        /// <inheritdoc/>
        protected override {{Tensor}} ForwardRows({{Tensor}} x)
        {
        {{Dropped(lora)}}    using var hidden = {{Linear}}({{Input(lora)}}, lora_A.weight);{{Scale(lora)}}
            using var b = lora_B.weight.t();
            return {{Result($"{Own(Bias(model))}.addmm_(hidden, b, beta: 1, alpha: {Alpha(lora)})", Bias(model))}};
        }
        """;

    private string ForwardEmbedding(LowRankSpec lora) => $$"""
        /// <inheritdoc/>
        protected override {{Tensor}} ForwardRows({{Tensor}} ids)
        {
            using var a = lora_embedding_A.t();
            using var hidden = a.index_select(0, ids);{{Scale(lora)}}
            using var b = lora_embedding_B.t();
            return {{Result($"Layer.forward(ids).addmm_(hidden, b, beta: 1, alpha: {Alpha(lora)})", null)}};
        }
        """;

    private string ForwardConvolution(AdapterModel model, LowRankSpec lora) => $$"""
        /// <inheritdoc/>
        public override {{Tensor}} forward({{Tensor}} x)
        {
        {{Dropped(lora)}}    using var hidden = lora_A.forward({{Input(lora)}});
            using var update = lora_B.forward(hidden);
            return {{Result($"Layer.forward(x).add_(update, {Literals.Of(lora.Scaling)})", Bias(model))}};
        }
        """;

    private static string? Bias(AdapterModel model) => model.HasNoBias ? null : "Layer.bias";

    private static string Dropped(LowRankSpec lora) => lora.Dropout > 0 ? "    using var dropped = Dropped(x);\n" : "";

    private static string Input(LowRankSpec lora) => lora.Dropout > 0 ? "dropped ?? x" : "x";

    // addmm takes single precision; a scale that is none exactly is put into the small factor, so that double stays exact.
    private static bool IsSingle(LowRankSpec lora) => (float)lora.Scaling == lora.Scaling;

    private static string Alpha(LowRankSpec lora) => !IsSingle(lora) ? "1"
        : lora.Scaling == Math.Floor(lora.Scaling) && Math.Abs(lora.Scaling) < 1e6 ? Literals.Of(lora.Scaling)
        : $"(float){Literals.Of(lora.Scaling)}";

    private static string Scale(LowRankSpec lora) => IsSingle(lora) ? "" : $"\n    hidden.mul_({Literals.Of(lora.Scaling)});";
}
