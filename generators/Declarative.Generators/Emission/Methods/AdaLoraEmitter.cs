using Declarative.Generators.Model;

namespace Declarative.Generators.Emission.Methods;

/// <summary>Writes AdaLoRA adapters: the library's class with the attribute's numbers and a forward without branches.</summary>
internal sealed class AdaLoraEmitter : MethodEmitter
{
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
        using (Open(
            writer, model, $"AdaLoRA of rank {ada.Rank}, to be {ada.TargetRank} on average, on {Target(model)}.", "AdaLora",
            shape => $"A [{ada.Rank}, {shape.In.Text}], B [{shape.Out.Text}, {ada.Rank}], E [{ada.Rank}, 1]", " at the start"))
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

    // Three matrix products and no pass over [M, out]; the rank is what is left of it.
    private static string ForwardLinear(AdapterModel model, AdaLoraSpec ada) => $$"""
        /// <inheritdoc/>
        protected override {{Tensor}} ForwardRows({{Tensor}} x)
        {
        {{(ada.Dropout > 0 ? "    using var dropped = Dropped(x);\n" : "")}}    using var e = lora_E.mul({{Literals.Of(ada.Scaling)}});
            using var a = lora_A.mul(e);
            using var hidden = {{Linear}}({{(ada.Dropout > 0 ? "dropped ?? x" : "x")}}, a);
            using var b = lora_B.t();
            return {{Linear}}(x, Layer.weight{{BiasArgument(model)}}).addmm_(hidden, b, beta: 1, alpha: 1);
        }
        """;
}
