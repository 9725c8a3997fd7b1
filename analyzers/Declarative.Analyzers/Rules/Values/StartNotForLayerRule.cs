using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0110: a start that decomposes or orthogonalises a matrix is for layers that multiply by one.</summary>
internal sealed class StartNotForLayerRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.StartNotForLayer;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.FindArgument("Init") is { } argument
            && context.Plan.Spec is LowRankSpec { Init: (LowRankSpec.Pissa or LowRankSpec.Olora or LowRankSpec.Eva or LowRankSpec.Orthogonal) and var init }
            && context.Plan.Layers.FirstOrDefault(static l => l.Kind is LayerKind.Conv1d or LayerKind.Conv2d) is { } layer)
        {
            report(Diagnostic.Create(Descriptor, argument.Expression.GetLocation(), init, layer.Template, layer.Kind));
        }
    }
}
