using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules.Targets;
using Declarative.Generators.Model;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0130: every alternative of FeedForward means a layer that the attribute adapts.</summary>
internal sealed class FeedForwardMatchesNothingRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.FeedForwardMatchesNothing;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        var layers = context.Plan.Layers;
        if (layers.IsEmpty
            || context.Plan.Spec is not Ia3Spec { FeedForward: { Length: > 0 } text }
            || !TargetPattern.TryParse(text, out var pattern, out _)
            || context.Hosts.MayHoldUnseen(context.Host, context.CancellationToken))
        {
            return;
        }
        foreach (var alternative in pattern.Alternatives.Where(a => !layers.Any(l => a.CouldMatch(l.Template, l.IsLinear))))
        {
            var suggestion = LayerNames.Suggest(alternative.Text, layers);
            report(Diagnostic.Create(
                Descriptor,
                context.LocationOf(nameof(Ia3Spec.FeedForward), alternative),
                DeadAlternatives.Properties(alternative.Text, suggestion),
                alternative.Text,
                suggestion is null ? LayerNames.List(layers) : $"did you mean '{suggestion}'?"));
        }
    }
}
