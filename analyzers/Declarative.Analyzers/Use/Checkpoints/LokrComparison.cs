using Declarative.Arithmetic;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Use.Checkpoints;

/// <summary>Compares, beside what LoHa and LoKr have in common, how the weight's sides are divided.</summary>
internal sealed class LokrComparison : DeltaComparison
{
    public override string PeftType => "LOKR";

    protected override IEnumerable<string> CompareMethod(CheckpointConfig config, PlannedLayer layer)
    {
        var spec = (LokrSpec)layer.Plan.Spec;
        var (both, factor) = (config.Flag("decompose_both"), config.Number("decompose_factor", KroneckerShape.Balanced));
        if (both != spec.DecomposeBoth)
            yield return $"DecomposeBoth is {both} in the file, {spec.DecomposeBoth} on {layer.Where}";
        if (factor != spec.DecomposeFactor)
            yield return FormattableString.Invariant($"DecomposeFactor is {factor} in the file, {spec.DecomposeFactor} on {layer.Where}");
    }
}
