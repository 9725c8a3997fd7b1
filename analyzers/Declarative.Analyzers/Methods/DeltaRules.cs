using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules;
using Declarative.Analyzers.Rules.Values;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of the methods with an update of the weight's shape.</summary>
internal abstract class DeltaRules : MethodRules
{
    public override ImmutableArray<AttributeRule> Rules { get; } = [new AlphaNotPositiveRule()];

    public override IEnumerable<IgnoredProperty> Ignored(AttributeContext context)
    {
        var spec = (DeltaSpec)context.Plan.Spec;
        var layers = context.Plan.Layers;
        if (!layers.IsEmpty && spec.UseEffectiveConv2d && layers.All(l => l.Kind != LayerKind.Dynamic && spec.IsTucker(l.Kind, l.Shape) == false))
            yield return new(nameof(DeltaSpec.UseEffectiveConv2d), "no layer that it adapts is a convolution with a kernel larger than 1");
    }

    // As PEFT's configuration has it: one form for the whole checkpoint.
    public override string? Conflict(MethodSpec first, MethodSpec second) =>
        ((DeltaSpec)first).UseEffectiveConv2d == ((DeltaSpec)second).UseEffectiveConv2d
            ? null
            : "PEFT's configuration has one use_effective_conv2d for all layers, and only one of them has UseEffectiveConv2d";
}
