using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0104: a probability of dropping an input lies in [0, 1).</summary>
internal sealed class DropoutOutOfRangeRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.DropoutOutOfRange;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Find("Dropout") is { Value: not (>= 0.0 and < 1.0) } dropout)
            report(Diagnostic.Create(Descriptor, dropout.Location, dropout.Text));
    }
}
