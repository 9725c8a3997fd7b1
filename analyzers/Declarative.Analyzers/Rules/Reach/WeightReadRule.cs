using System.Collections.Immutable;
using Declarative.Analyzers.Reach;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Reach;

/// <summary>DCL0301: the weight of a target is used by the target alone.</summary>
internal sealed class WeightReadRule : ReachRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.WeightRead;

    public override UseKind Kind => UseKind.WeightRead;

    public override ImmutableDictionary<string, string?> Properties(TargetUse use) => LayerCall.Properties(use);
}
