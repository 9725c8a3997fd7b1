using Declarative.Analyzers.Attributes;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>DCL0205: the weight of a target is its own, so that merging changes no other layer.</summary>
internal sealed class TiedWeightRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.TiedWeight;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (!context.Host.IsModule || !context.Plan.Spec.HasModules)
            return;
        foreach (var tie in context.Host.Reach.Classes.SelectMany(c => context.Hosts.Module(c, context.CancellationToken).Ties))
        {
            if ((Find(context, tie.Left) ?? Find(context, tie.Right)) is { } layer)
            {
                report(Diagnostic.Create(
                    Descriptor,
                    context.LocationOfTarget(layer),
                    layer.Template,
                    Holds(layer, tie.Left) ? tie.Right.Name : tie.Left.Name,
                    SizeParser.OneLine(tie.Syntax)));
            }
        }
    }

    private static ParsedLayer? Find(AttributeContext context, ISymbol member) => context.Plan.Layers.FirstOrDefault(l => Holds(l, member));

    private static bool Holds(ParsedLayer layer, ISymbol member) =>
        !layer.IsElement && SymbolEqualityComparer.Default.Equals(layer.Member.Symbol.OriginalDefinition, member.OriginalDefinition);
}
