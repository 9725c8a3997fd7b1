using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules;
using Declarative.Analyzers.Rules.Values;
using Declarative.Analyzers.Use.Checkpoints;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of AdaLoRA.</summary>
internal sealed class AdaLoraRules : MethodRules
{
    public override string Method => "AdaLora";

    public override MethodComparison? Comparison { get; } = new AdaLoraComparison();

    public override ImmutableArray<AttributeRule> Rules { get; } =
    [
        new AlphaNotPositiveRule(),
        new DropoutOutOfRangeRule(),
        new TargetRankRule(),
        new NoStepsToPruneRule(),
        new DecayOutOfRangeRule(),
        new StepsOutOfRangeRule(),
        new WeightOutOfRangeRule(),
    ];

    public override IEnumerable<IgnoredProperty> Ignored(AttributeContext context)
    {
        var spec = (AdaLoraSpec)context.Plan.Spec;
        if (spec.TargetRank != spec.Rank)
            yield break;
        foreach (var property in new[] { nameof(AdaLoraSpec.InitialSteps), nameof(AdaLoraSpec.FinalSteps), nameof(AdaLoraSpec.Interval), nameof(AdaLoraSpec.Beta1), nameof(AdaLoraSpec.Beta2) })
            yield return new(property, "TargetRank is InitialRank, so no direction is ever pruned");
    }

    // PEFT's configuration has one rank budget, over all layers.
    public override string? Conflict(MethodSpec first, MethodSpec second) =>
        first == second ? null : "a checkpoint of AdaLoRA has one rank budget, and their settings differ";

    public override string? WorkAroundStep(MethodSpec spec) =>
        spec is AdaLoraSpec adaLora && adaLora.TargetRank != adaLora.Rank ? "allocates the ranks" : null;

    // A lower rank than the target is no way out.
    public override int LargestRank(MethodSpec spec, int limit) => limit < ((AdaLoraSpec)spec).TargetRank ? 0 : limit;
}
