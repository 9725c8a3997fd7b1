using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0120: VeRA's d starts at a finite number but zero, for its b starts at zero.</summary>
internal sealed class InitialScaleRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.InitialScale;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Find("DInitial") is { Value: 0.0 or double.NaN or double.PositiveInfinity or double.NegativeInfinity } start)
            report(Diagnostic.Create(Descriptor, start.Location, start.Text));
    }
}
