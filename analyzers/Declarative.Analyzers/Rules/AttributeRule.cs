using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules;

/// <summary>A rule about one adapter attribute: where it stands, its values, the layers it means.</summary>
internal abstract class AttributeRule
{
    /// <summary>What the rule reports.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Looks at one attribute and reports what is wrong with it.</summary>
    public abstract void Check(AttributeContext context, Action<Diagnostic> report);
}
