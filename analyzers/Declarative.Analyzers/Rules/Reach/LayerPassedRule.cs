using Declarative.Analyzers.Reach;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Reach;

/// <summary>DCL0302: a target is handed to code in reach alone.</summary>
internal sealed class LayerPassedRule : ReachRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.LayerPassed;

    public override UseKind Kind => UseKind.Passed;
}
