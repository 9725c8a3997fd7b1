using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0142: the decay of a running mean lies between 0 and 1.</summary>
internal sealed class DecayOutOfRangeRule : AttributeRule
{
    private static readonly string[] Decays = ["Beta1", "Beta2"];

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.DecayOutOfRange;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        foreach (var property in Decays)
        {
            if (context.Find(property) is { Value: not (> 0.0 and < 1.0) } decay)
                report(Diagnostic.Create(Descriptor, decay.Location, property, decay.Text));
        }
    }
}
