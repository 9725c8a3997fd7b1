using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0118: quantised elements come in blocks of a power of two.</summary>
internal sealed class BlockSizeInvalidRule : AttributeRule
{
    private const int Smallest = 16;

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.BlockSizeInvalid;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Find("BlockSize") is { Value: int size } value && (size < Smallest || (size & (size - 1)) != 0))
            report(Diagnostic.Create(Descriptor, value.Location, value.Text));
    }
}
