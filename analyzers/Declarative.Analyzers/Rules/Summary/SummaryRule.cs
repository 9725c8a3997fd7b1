using System.Globalization;
using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Declarative.Generators.Parsing;
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
        var calls = context.Hosts.CountCalls(context.Host, context.CancellationToken);
        report(Diagnostic.Create(
            Descriptor,
            context.Attributes[0].Syntax.Name.GetLocation(),
            string.Join(" and ", context.Host.Plans.Select(static p => $"[{p.Spec.Method}]").Distinct()),
            context.Host.Type.Name,
            Text(Sum(rows.Select(static r => Formula.Product(r.Count, r.Parameters)))),
            Counted(Sum(context.Host.Plans.SelectMany(static p => p.Layers).Select(static l => l.Count)), "layer"),
            Counted(Size.Of(calls), "call is", "calls are")));
    }

    private static Size Sum(IEnumerable<Size> sizes) => sizes.Aggregate(Size.Of(0), static (sum, size) => sum.Value == 0 ? size : Formula.Sum(sum, size));

    private static string Counted(Size count, string one, string? many = null) => $"{Text(count)} {(count.Value == 1 ? one : many ?? one + "s")}";

    private static string Text(Size size) => size.Value is { } value ? value.ToString("N0", CultureInfo.InvariantCulture)
        : size.Text.Length <= LongestFormula ? size.Text
        : size.Text.Substring(0, LongestFormula - 1) + "…";
}
