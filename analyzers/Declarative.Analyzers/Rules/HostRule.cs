using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules;

/// <summary>A rule about an annotated class as a whole: what its attributes say together, and what they leave out.</summary>
internal abstract class HostRule
{
    /// <summary>What the rule reports.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Looks at one annotated class and reports what is wrong with it.</summary>
    public abstract void Check(HostContext context, Action<Diagnostic> report);
}
