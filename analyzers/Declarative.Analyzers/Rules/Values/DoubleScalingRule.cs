using System.Globalization;
using Declarative.Analyzers.Attributes;
using Declarative.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>
/// DCL0108: an alpha that is a multiple of the rank was chosen for a scaling of alpha / r, and RankStabilized scales by
/// alpha / √r.
/// </summary>
internal sealed class DoubleScalingRule : AttributeRule
{
    // At ranks this small both scalings are near each other, and a multiple of the rank may be chance.
    private const int SmallestRank = 4;

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.DoubleScaling;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Find("Alpha") is { } alpha
            && context.Plan.Spec is LowRankSpec { RankStabilized: true, Rank: >= SmallestRank and var rank, Alpha: > 0 and var value } spec
            && value % rank == 0)
        {
            report(Diagnostic.Create(
                Descriptor, alpha.Location, alpha.Text, Times(value / rank), Round(spec.Scaling), Round(value / rank), rank));
        }
    }

    private static string Times(double factor) => factor == 1 ? "the rank" : $"{Round(factor)} times the rank";

    private static string Round(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
