using Declarative.Analyzers.Reach;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Reach;

/// <summary>DCL0305: a target is called in classes in reach alone.</summary>
internal sealed class CalledOutsideReachRule : ReachRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.CalledOutsideReach;

    public override UseKind Kind => UseKind.CalledOutsideReach;
}
