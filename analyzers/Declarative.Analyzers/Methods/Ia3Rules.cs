using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules;
using Declarative.Analyzers.Rules.Values;
using Declarative.Analyzers.Use.Checkpoints;
using Declarative.Generators.Model;

namespace Declarative.Analyzers.Methods;

/// <summary>What the analyzers know of (IA)³.</summary>
internal sealed class Ia3Rules : MethodRules
{
    public override string Method => "IA3";

    public override MethodComparison? Comparison { get; } = new Ia3Comparison();

    public override ImmutableArray<AttributeRule> Rules { get; } = [new FeedForwardMatchesNothingRule()];

    public override IEnumerable<IgnoredProperty> Ignored(AttributeContext context) => [];

    public override string? Conflict(MethodSpec first, MethodSpec second) => null;
}
