using Declarative.Analyzers.Reach;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Reach;

/// <summary>DCL0306: every call of a target in reach has an interceptor.</summary>
internal sealed class ReceiverNotNameableRule : ReachRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ReceiverNotNameable;

    public override UseKind Kind => UseKind.NotNameable;

    public override object[] Arguments(TargetUse use) => [use.Target.Name, use.Detail, use.Reason, use.Target.AttributeName];
}
