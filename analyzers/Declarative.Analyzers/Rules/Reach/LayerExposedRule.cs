using Declarative.Analyzers.Reach;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Reach;

/// <summary>DCL0304: a target stays in its class.</summary>
internal sealed class LayerExposedRule : ReachRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.LayerExposed;

    public override UseKind Kind => UseKind.Exposed;
}
