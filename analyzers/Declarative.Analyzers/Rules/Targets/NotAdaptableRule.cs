using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Rules.Declaration;
using Declarative.Generators.Model;
using Declarative.Patterns;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>DCL0204: what a target names is a layer that the method can adapt.</summary>
internal sealed class NotAdaptableRule : AttributeRule
{
    private static readonly LayerKind[] Kinds = [LayerKind.Linear, LayerKind.Embedding, LayerKind.Conv1d, LayerKind.Conv2d, LayerKind.Norm, LayerKind.LinearLike];

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.NotAdaptable;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (!context.Host.IsModule || NoLayersRule.HasNone(context))
            return;
        if (context.Plan.Member is { } member)
            CheckMember(context, member, report);
        else if (context.Plan.Targets is { } pattern)
            CheckPattern(context, pattern, report);
    }

    private void CheckMember(AttributeContext context, ISymbol member, Action<Diagnostic> report)
    {
        if (member is { IsStatic: false, IsAbstract: false }
            && TypeOf(member) is { } type
            && (!context.Types.Torch.IsModule(type) || HoldsOnlyOthers(context, member)))
        {
            report(Create(context, context.Syntax.Name.GetLocation(), "", member.Name, type));
        }
    }

    private static bool HoldsOnlyOthers(AttributeContext context, ISymbol member)
    {
        var held = context.Host.Reach.Layers
            .Where(l => l.OwnerTemplate.Length == 0 && SymbolEqualityComparer.Default.Equals(l.Member.Symbol, member)).ToList();
        return held.Count > 0 && !held.Any(l => context.Plan.Spec.MayAdapt(l.Kind, l.Shape));
    }

    // A pattern with a wildcard may well match an activation beside the layers that it means; one that matches nothing else was meant so.
    private void CheckPattern(AttributeContext context, TargetPattern pattern, Action<Diagnostic> report)
    {
        foreach (var alternative in pattern.Alternatives)
        {
            if (DeadAlternatives.MeansModule(context, alternative))
                continue;
            var matched = context.Host.Reach.Layers.Where(l => alternative.CouldMatch(l.Template, l.IsLinear)).ToList();
            if (matched.Count > 0 && !matched.Any(l => context.Plan.Spec.MayAdapt(l.Kind, l.Shape)))
                report(Create(context, context.LocationOf(alternative), alternative.Text, matched[0].Template, matched[0].MadeType));
        }
    }

    private Diagnostic Create(AttributeContext context, Location location, string alternative, string layer, ITypeSymbol type) => Diagnostic.Create(
        Descriptor,
        location,
        DeadAlternatives.Properties(alternative, suggestion: null),
        layer,
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        context.Plan.Spec.Method,
        string.Join(", ", Kinds.Where(k => context.Plan.Spec.Adapts(k)).Select(Name)));

    private static string Name(LayerKind kind) => kind switch
    {
        LayerKind.LinearLike => "and modules of one's own from tensor to tensor with a two-dimensional weight",
        LayerKind.Norm => "layers that normalise and have parameters",
        _ => kind.ToString(),
    };

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
