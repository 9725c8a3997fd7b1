using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules;
using Declarative.Analyzers.Rules.Values;
using Declarative.Analyzers.Use.Checkpoints;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of LoRA, and of the methods built on it.</summary>
internal class LoraRules : MethodRules
{
    public override string Method => "Lora";

    public override MethodComparison? Comparison { get; } = new LoraComparison();

    public override ImmutableArray<AttributeRule> Rules { get; } =
    [
        new AlphaNotPositiveRule(),
        new DropoutOutOfRangeRule(),
        new OddRankRule(),
        new DoubleScalingRule(),
        new StartNotForLayerRule(),
        new LearningRateRatioNotPositiveRule(),
        new FrozenAIsZeroRule(),
    ];

    public override IEnumerable<IgnoredProperty> Ignored(AttributeContext context)
    {
        var spec = (LowRankSpec)context.Plan.Spec;
        var layers = context.Plan.Layers;
        if (spec.ProjectGradient && !spec.FreezeA)
            yield return new(nameof(LowRankSpec.ProjectGradient), "the gradient of B is projected beside a frozen A only; set FreezeA");
        if (layers.IsEmpty)
            yield break;
        if (layers.All(static l => l.Kind == LayerKind.Embedding))
        {
            yield return new(nameof(LowRankSpec.Dropout), "an embedding's input are indices, of which none can be dropped");
            yield return new(nameof(LowRankSpec.Init), "an embedding always starts with A zero and B normal");
            if (spec is LoraSpec && spec.Bias != LowRankSpec.EveryBias)
                yield return new(nameof(LowRankSpec.LearningRateRatio), "both factors of an embedding are trained at the learning rate itself");
        }
        if (spec.Bias == LowRankSpec.LayerBias && BiasOfNone(context) is { } bias)
            yield return bias;
    }

    // As PEFT's configuration has it: one start for the whole checkpoint, and some change the base weights.
    public override string? Conflict(MethodSpec first, MethodSpec second) =>
        (((LowRankSpec)first).ChangingStart, ((LowRankSpec)second).ChangingStart) switch
        {
            var (one, other) when one == other => null,
            ({ } one, { } other) => $"one starts with {one} and the other with {other}, and each changes the base weights in its own way",
            var (one, other) => $"one starts with {one ?? other}, which changes the base weights, and the other does not",
        };

    public override string? WorkAroundStep(MethodSpec spec) =>
        spec is LowRankSpec { FreezeA: true, ProjectGradient: true } ? "projects the gradient of B (ProjectGradient)" : null;

    public override int LargestRank(MethodSpec spec, int limit) =>
        ((LowRankSpec)spec).Init == LowRankSpec.Orthogonal ? limit - (limit % 2) : limit;
}
