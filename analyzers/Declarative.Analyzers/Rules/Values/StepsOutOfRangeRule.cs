using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0143: numbers of steps are not below 0, and an interval is at least 1.</summary>
internal sealed class StepsOutOfRangeRule : AttributeRule
{
    private static readonly (string Property, int Least)[] Steps = [("InitialSteps", 0), ("FinalSteps", 0), ("Interval", 1), ("StartStep", 0)];

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.StepsOutOfRange;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        foreach (var (property, least) in Steps)
        {
            if (context.Find(property) is { Value: int value } steps && value < least)
                report(Diagnostic.Create(Descriptor, steps.Location, property, steps.Text, least));
        }
    }
}
