using Declarative.Analyzers.Reach;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Reach;

/// <summary>DCL0309: a target is called somewhere.</summary>
internal sealed class NeverCalledRule : ReachRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.NeverCalled;

    public override UseKind Kind => UseKind.Never;
}
