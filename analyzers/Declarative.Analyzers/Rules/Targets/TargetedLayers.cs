using Declarative.Analyzers.Attributes;
using Declarative.Generators.Parsing;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>The layers that an attribute's Targets mean, before Exclude takes some away.</summary>
internal static class TargetedLayers
{
    /// <summary>Those of an attribute on a class; none for an attribute on a member.</summary>
    public static IEnumerable<ParsedLayer> Of(AttributeContext context) => context.Plan.Targets is { } targets
        ? context.Host.Reach.Layers.Where(l => context.Plan.Spec.Adapts(l.Kind, l.Shape) && targets.CouldMatch(l.Template, l.IsLinear))
        : [];
}
