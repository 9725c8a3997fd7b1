using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>DCL0202: a pattern means some layer.</summary>
internal sealed class PatternMatchesNothingRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.PatternMatchesNothing;

    public override void Check(AttributeContext context, Action<Diagnostic> report) =>
        DeadAlternatives.Report(context, Descriptor, all: true, report);
}
