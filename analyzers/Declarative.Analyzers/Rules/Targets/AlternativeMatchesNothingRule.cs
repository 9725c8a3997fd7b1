using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>DCL0203: every alternative of a pattern means some layer.</summary>
internal sealed class AlternativeMatchesNothingRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.AlternativeMatchesNothing;

    public override void Check(AttributeContext context, Action<Diagnostic> report) =>
        DeadAlternatives.Report(context, Descriptor, all: false, report);
}
