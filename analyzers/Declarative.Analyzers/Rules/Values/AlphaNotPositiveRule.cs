using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0103: alpha is a finite number above 0.</summary>
internal sealed class AlphaNotPositiveRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.AlphaNotPositive;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Find("Alpha") is { Value: not (> 0.0 and < double.PositiveInfinity) } alpha)
            report(Diagnostic.Create(Descriptor, alpha.Location, alpha.Text));
    }
}
