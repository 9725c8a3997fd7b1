using Declarative.Analyzers.Attributes;
using Declarative.Generators.Parsing;
using Declarative.Tables;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Summary;

/// <summary>DCL0501: says what the attributes of a class do, so that a user sees that they took.</summary>
internal sealed class SummaryRule : HostRule
{
    private const int LongestFormula = 120;

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.Summary;

    public override void Check(HostContext context, Action<Diagnostic> report)
    {
        var rows = context.Host.Plans.SelectMany(ReportProjection.RowsOf).ToList();
        if (rows.Count == 0)
            return;
        report(Diagnostic.Create(
            Descriptor,
            context.Attributes[0].Syntax.Name.GetLocation(),
            string.Join(" and ", context.Host.Plans.Select(static p => $"[{p.Spec.Method}]").Distinct()),
            context.Host.Type.Name,
            Shorten(Quantity.Sum(rows.Select(static r => r.Parameters.ToQuantity().Times(r.Count.ToQuantity())))),
            Counted(Quantity.Sum(context.Host.Plans.SelectMany(static p => p.Layers).Select(static l => l.Count.ToQuantity())), "layer", "layers"),
            Calls(context)));
    }

    private static string Calls(HostContext context)
    {
        if (!context.Host.ModulePlans.Any())
            return "they are the layers' own, so no call is intercepted";
        var calls = context.Hosts.CountCalls(context.Host, context.Index, context.CancellationToken);
        return $"{Counted(Quantity.Of(calls), "call is", "calls are")} intercepted";
    }

    private static string Counted(Quantity count, string one, string many) => $"{Shorten(count)} {(count.Value == 1 ? one : many)}";

    private static string Shorten(Quantity quantity) =>
        quantity.Text.Length <= LongestFormula ? quantity.Text : quantity.Text.Substring(0, LongestFormula - 1) + "…";
}
