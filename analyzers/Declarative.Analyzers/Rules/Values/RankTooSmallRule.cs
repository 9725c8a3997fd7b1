using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0101: a rank is at least 1.</summary>
internal sealed class RankTooSmallRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.RankTooSmall;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Find(context.Plan.Spec.RankProperty) is { Value: < 1 } rank)
            report(Diagnostic.Create(Descriptor, rank.Location, rank.Text));
    }
}
