using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0141: between the initial and the final steps of a training there are steps in which ranks are allocated.</summary>
internal sealed class NoStepsToPruneRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.NoStepsToPrune;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        // Steps below 0 are another rule's.
        if (context.Plan.Spec is AdaLoraSpec { InitialSteps: >= 0, FinalSteps: >= 0 } spec
            && spec.TotalSteps <= (long)spec.InitialSteps + spec.FinalSteps)
        {
            report(Diagnostic.Create(
                Descriptor, context.LocationOf(nameof(spec.TotalSteps)), spec.TotalSteps, spec.InitialSteps, spec.FinalSteps));
        }
    }
}
