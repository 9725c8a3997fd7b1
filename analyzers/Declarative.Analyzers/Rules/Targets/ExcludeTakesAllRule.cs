using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>DCL0208: Exclude leaves something of what Targets means.</summary>
internal sealed class ExcludeTakesAllRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ExcludeTakesAll;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        var plan = context.Plan;
        if (plan.Exclude.Alternatives.Count == 0 || !plan.Layers.IsEmpty)
            return;
        var meant = TargetedLayers.Of(context).ToList();
        if (meant.Count > 0)
            report(Diagnostic.Create(Descriptor, context.LocationOf("Exclude"), plan.ExcludeText, plan.TargetsText, meant.Count, context.Host.Type.Name));
    }
}
