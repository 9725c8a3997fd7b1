using Declarative.Analyzers.Attributes;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>DCL0209: every alternative of Exclude takes a layer away.</summary>
internal sealed class ExcludeMatchesNothingRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ExcludeMatchesNothing;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Plan.Exclude.Alternatives.Count == 0)
            return;
        var meant = TargetedLayers.Of(context).ToList();
        if (meant.Count == 0 || context.Hosts.MayHoldUnseen(context.Host, context.CancellationToken))
            return;
        foreach (var alternative in context.Plan.Exclude.Alternatives)
        {
            if (meant.Any(l => alternative.CouldMatch(l.Template, l.IsLinear))
                || IsHeadSaidTwice(context, alternative)
                || ForeignLayers.Find(context.Host, context.Types, alternative, TargetPattern.Nothing) is not null)
            {
                continue;
            }
            var suggestion = LayerNames.Suggest(alternative.Text, meant);
            report(Diagnostic.Create(
                Descriptor,
                context.LocationOf("Exclude", alternative),
                DeadAlternatives.Properties(alternative.Text, suggestion),
                alternative.Text,
                context.Plan.TargetsText,
                suggestion is null ? LayerNames.List(meant) : $"did you mean '{suggestion}'?"));
        }
    }

    // all-linear leaves the output head out by itself; saying so in Exclude too is a habit, and no mistake.
    private static bool IsHeadSaidTwice(AttributeContext context, TargetAlternative alternative) =>
        context.Plan.Targets!.Alternatives.Any(static a => a.IsAllLinear)
        && context.Host.Reach.Layers.Any(l => TargetPattern.IsOutputHead(l.Template) && alternative.CouldMatch(l.Template, l.IsLinear));
}
