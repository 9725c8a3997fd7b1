using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0117: a start that takes a part out of the weight needs the weight, which a quantising method gives up.</summary>
internal sealed class StartNeedsWeightRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.StartNeedsWeight;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.FindArgument("Init") is { } argument && context.Plan.Spec is QuantizedSpec { ChangingStart: { } init } spec)
            report(Diagnostic.Create(Descriptor, argument.Expression.GetLocation(), init, spec.Method, spec.Decomposes ? "DoRA" : "Lora"));
    }
}
