using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules;
using Declarative.Analyzers.Rules.Values;
using Declarative.Analyzers.Use.Checkpoints;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of LoKr.</summary>
internal sealed class LokrRules : DeltaRules
{
    public override string Method => "LoKr";

    public override MethodComparison? Comparison { get; } = new LokrComparison();

    public override ImmutableArray<AttributeRule> Rules { get; } = [new AlphaNotPositiveRule(), new DecomposeFactorRule()];

    public override IEnumerable<IgnoredProperty> Ignored(AttributeContext context)
    {
        var spec = (LokrSpec)context.Plan.Spec;
        var layers = context.Plan.Layers;
        if (spec.DecomposeBoth && !layers.IsEmpty && layers.All(l => l.Shape is { } shape && spec.FactorsOf(shape)?.SplitsFirst == false))
            yield return new(nameof(LokrSpec.DecomposeBoth), "at this rank two factors of w1 are no smaller than w1 itself");
        foreach (var ignored in base.Ignored(context))
            yield return ignored;
    }

    public override string? Conflict(MethodSpec first, MethodSpec second)
    {
        var (one, other) = ((LokrSpec)first, (LokrSpec)second);
        return one.DecomposeBoth != other.DecomposeBoth || one.DecomposeFactor != other.DecomposeFactor
            ? "PEFT's configuration has one decompose_both and one decompose_factor for all layers, and they differ here"
            : base.Conflict(first, second);
    }
}
