using System.Collections.Immutable;
using Declarative.Analyzers.Reach;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Reach;

/// <summary>DCL0303: a target is called, not captured.</summary>
internal sealed class MethodGroupRule : ReachRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.MethodGroup;

    public override UseKind Kind => UseKind.MethodGroup;

    public override ImmutableDictionary<string, string?> Properties(TargetUse use) => LayerCall.Properties(use);
}
