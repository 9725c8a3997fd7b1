using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0145: a method that needs its update in the weight's shape cannot adapt a grouped convolution.</summary>
internal sealed class GroupedConvolutionRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.GroupedConvolution;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Plan.Layers.FirstOrDefault(static l => l.Shape?.Groups?.Value > 1) is { } layer)
            report(Diagnostic.Create(
                Descriptor, context.LocationOfTarget(layer), context.Plan.Spec.Method, layer.Template, layer.Shape!.Groups!.Value));
    }
}
