using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0133: a block has two inputs at least, and the series a term with Q in it.</summary>
internal sealed class OftValueTooSmallRule : AttributeRule
{
    private static readonly (string Property, int Least, string Reason)[] Limits =
    [
        ("BlockSize", 2, "a block of fewer inputs cannot be rotated"),
        ("Blocks", 1, "without a block nothing is rotated"),
        ("NeumannTerms", 2, "the first term alone does not depend on what is trained"),
    ];

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.OftValueTooSmall;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        foreach (var (property, least, reason) in Limits)
        {
            if (context.Find(property) is { Value: int value } written && value < least && !(property == "Blocks" && value == 0))
                report(Diagnostic.Create(Descriptor, written.Location, property, value, least, reason));
        }
    }
}
