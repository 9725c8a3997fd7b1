using Declarative.Analyzers.Attributes;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Targets;

/// <summary>DCL0206: the attributes of one name give each layer one adapter.</summary>
internal sealed class ClaimedTwiceRule : HostRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ClaimedTwice;

    public override void Check(HostContext context, Action<Diagnostic> report)
    {
        var inner = InnerHosts(context).SelectMany(static h => h.ModulePlans, static (h, plan) => (Plan: plan, Where: $"'{h.Type.Name}' itself")).ToList();
        for (var i = 0; i < context.Attributes.Length; i++)
        {
            var attribute = context.Attributes[i];
            if (!attribute.Plan.Spec.HasModules)
                continue; // what it trains is trained once, whoever else trains it
            var earlier = context.Attributes.Take(i).Where(static a => a.Plan.Spec.HasModules).Select(static a => (a.Plan, Where: "another attribute of the class"));
            foreach (var (plan, where) in earlier.Concat(inner).Where(p => p.Plan.Name == attribute.Plan.Name))
                Check(context, attribute, plan, where, report);
        }
    }

    private static IEnumerable<ParsedHost> InnerHosts(HostContext context) => context.Host.Reach.Classes
        .Where(c => !SymbolEqualityComparer.Default.Equals(c, context.Host.Type))
        .Select(c => context.Hosts.Find(c.OriginalDefinition, context.CancellationToken)).OfType<ParsedHost>();

    private void Check(HostContext context, AttributeContext attribute, ParsedPlan other, string where, Action<Diagnostic> report)
    {
        var twice = attribute.Plan.Layers.Where(l => attribute.Plan.IsSure(l) && other.Layers.Any(o => IsSame(l, o) && other.IsSure(o))).ToList();
        foreach (var group in twice.GroupBy(l => attribute.LocationOfTarget(l)))
        {
            var others = group.Count() - 1;
            report(Diagnostic.Create(
                Descriptor,
                group.Key,
                group.First().Template,
                others == 0 ? " is" : others == 1 ? " and one layer more are" : $" and {others} layers more are",
                attribute.Plan.Spec.Method,
                context.Host.Type.Name,
                other.Spec.Method,
                where,
                attribute.Plan.Name));
        }
    }

    private static bool IsSame(ParsedLayer left, ParsedLayer right) =>
        left.LocalTemplate == right.LocalTemplate
        && SymbolEqualityComparer.Default.Equals(left.Owner.OriginalDefinition, right.Owner.OriginalDefinition);
}
