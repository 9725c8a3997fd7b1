using Declarative.Analyzers.Reach;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Reach;

/// <summary>DCL0308: a target computes through forward and call alone.</summary>
internal sealed class OtherMethodCalledRule : ReachRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.OtherMethodCalled;

    public override UseKind Kind => UseKind.OtherMethod;
}
