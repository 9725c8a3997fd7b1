using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules;
using Declarative.Analyzers.Rules.Values;
using Declarative.Analyzers.Use.Checkpoints;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of VeRA.</summary>
internal sealed class VeraRules : MethodRules
{
    public override string Method => "VeRA";

    public override MethodComparison? Comparison { get; } = new VeraComparison();

    public override ImmutableArray<AttributeRule> Rules { get; } = [new DropoutOutOfRangeRule(), new InitialScaleRule()];

    public override IEnumerable<IgnoredProperty> Ignored(AttributeContext context) =>
        ((VeraSpec)context.Plan.Spec).Bias == LowRankSpec.LayerBias && BiasOfNone(context) is { } bias ? [bias] : [];

    // As PEFT's configuration has it: one rank, one seed and one projection, saved or not.
    public override string? Conflict(MethodSpec first, MethodSpec second)
    {
        var (one, other) = ((VeraSpec)first, (VeraSpec)second);
        return one.Rank != other.Rank ? FormattableString.Invariant($"one has rank {one.Rank} and the other {other.Rank}")
            : one.SharedSeed != other.SharedSeed ? FormattableString.Invariant($"one has the seed {one.SharedSeed} and the other {other.SharedSeed}")
            : one.SaveProjection != other.SaveProjection ? "one saves the projection and the other does not"
            : null;
    }
}
