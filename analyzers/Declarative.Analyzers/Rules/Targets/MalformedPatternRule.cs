using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>DCL0201: Targets, Exclude and FeedForward are patterns that can be read.</summary>
internal sealed class MalformedPatternRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.MalformedPattern;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        Check(context, "Targets", context.Plan.TargetsError, report);
        Check(context, "Exclude", context.Plan.ExcludeError, report);
        if (context.Plan.Spec is Ia3Spec { FeedForward: { Length: > 0 } feedForward })
        {
            _ = TargetPattern.TryParse(feedForward, out _, out var error);
            Check(context, nameof(Ia3Spec.FeedForward), error, report);
        }
    }

    private void Check(AttributeContext context, string property, PatternError? error, Action<Diagnostic> report)
    {
        if (error is not null && context.Find(property) is { } value)
            report(Diagnostic.Create(Descriptor, value.LocationOf(error.Start, error.Length), property, error.Message));
    }
}
