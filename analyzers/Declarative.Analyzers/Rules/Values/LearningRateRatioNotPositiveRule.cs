using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0111: the ratio of two learning rates is a finite number above 0.</summary>
internal sealed class LearningRateRatioNotPositiveRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.LearningRateRatioNotPositive;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Find("LearningRateRatio") is { Value: not (> 0.0 and < double.PositiveInfinity) } ratio)
            report(Diagnostic.Create(Descriptor, ratio.Location, ratio.Text));
    }
}
