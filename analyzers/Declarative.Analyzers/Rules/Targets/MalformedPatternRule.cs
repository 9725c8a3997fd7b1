using Declarative.Analyzers.Attributes;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>DCL0201: Targets and Exclude are patterns that can be read.</summary>
internal sealed class MalformedPatternRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.MalformedPattern;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        Check(context, "Targets", context.Plan.TargetsError, report);
        Check(context, "Exclude", context.Plan.ExcludeError, report);
    }

    private void Check(AttributeContext context, string property, PatternError? error, Action<Diagnostic> report)
    {
        if (error is not null && context.Find(property) is { } value)
            report(Diagnostic.Create(Descriptor, value.LocationOf(error.Start, error.Length), property, error.Message));
    }
}
