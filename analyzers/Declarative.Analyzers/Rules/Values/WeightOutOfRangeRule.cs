using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0144: the weight of a loss, or of a change, is a finite number not below 0.</summary>
internal sealed class WeightOutOfRangeRule : AttributeRule
{
    private static readonly string[] Weights = ["OrthogonalityWeight", "Lambda"];

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.WeightOutOfRange;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        foreach (var property in Weights)
        {
            if (context.Find(property) is { Value: not (>= 0.0 and < double.PositiveInfinity) } weight)
                report(Diagnostic.Create(Descriptor, weight.Location, property, weight.Text));
        }
    }
}
