using Declarative.Analyzers.Use;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules;

/// <summary>A rule about how sets of adapters, optimizers and models are used in code.</summary>
internal abstract class UseRule
{
    /// <summary>What the rule reports.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Looks at one event, with what may be true before it, and reports what is wrong.</summary>
    public abstract void Check(UseEvent happened, UseState state, Action<Diagnostic> report);
}
