using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules;
using Declarative.Analyzers.Rules.Values;
using Declarative.Analyzers.Use.Checkpoints;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of Delta-LoRA.</summary>
internal sealed class DeltaLoraRules : LoraRules
{
    public override string Method => "DeltaLora";

    public override MethodComparison? Comparison { get; } = new DeltaLoraComparison();

    public override ImmutableArray<AttributeRule> Rules { get; } =
        [new AlphaNotPositiveRule(), new DoubleScalingRule(), new StepsOutOfRangeRule(), new WeightOutOfRangeRule(), new GroupedConvolutionRule()];

    public override string? WorkAroundStep(MethodSpec spec) =>
        spec is DeltaLoraSpec { Lambda: not 0 } ? "lets the weight take over what the factors learn" : null;

    public override IEnumerable<IgnoredProperty> Ignored(AttributeContext context)
    {
        foreach (var ignored in base.Ignored(context))
            yield return ignored;
        if (context.Plan.Spec is DeltaLoraSpec { Lambda: 0 })
            yield return new(nameof(DeltaLoraSpec.StartStep), "with a Lambda of 0 the weight takes nothing over");
    }
}
