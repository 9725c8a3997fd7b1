using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Reach;

/// <summary>DCL0307: no target is a member that the annotated class inherits from a class in another assembly.</summary>
internal sealed class ForwardInAnotherAssemblyRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ForwardInAnotherAssembly;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (!context.Plan.Spec.HasModules || context.Plan.Targets is not { } pattern)
            return;
        foreach (var alternative in pattern.Alternatives)
        {
            if (ForeignLayers.Find(context.Host, context.Types, alternative, context.Plan.Exclude) is not { } layer)
                continue;
            var owner = layer.ContainingType;
            report(Diagnostic.Create(
                Descriptor,
                context.LocationOf(alternative),
                layer.Name,
                owner.Name,
                owner.ContainingAssembly.Name,
                context.Plan.Spec.Method));
        }
    }
}
