using System.Collections.Immutable;
using Declarative.Analyzers.Reach;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules;

/// <summary>A rule about how a target is used in code.</summary>
internal abstract class ReachRule
{
    /// <summary>What the rule reports.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>The uses that the rule is about.</summary>
    public abstract UseKind Kind { get; }

    /// <summary>What a code fix has to know about one such use.</summary>
    public virtual ImmutableDictionary<string, string?> Properties(TargetUse use) => ImmutableDictionary<string, string?>.Empty;

    /// <summary>The arguments of the rule's message for one such use.</summary>
    public virtual object[] Arguments(TargetUse use) => [use.Target.Name, use.Detail, use.Target.AttributeName];
}
