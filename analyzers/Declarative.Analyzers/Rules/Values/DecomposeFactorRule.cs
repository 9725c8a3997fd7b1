using Declarative.Analyzers.Attributes;
using Declarative.Arithmetic;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0131: the sides of a Kronecker factor are a number from 1, or balanced.</summary>
internal sealed class DecomposeFactorRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.DecomposeFactor;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Find("DecomposeFactor") is { Value: not (KroneckerShape.Balanced or >= 1) } factor)
            report(Diagnostic.Create(Descriptor, factor.Location, factor.Text));
    }
}
