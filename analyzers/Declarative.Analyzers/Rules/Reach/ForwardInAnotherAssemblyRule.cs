using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Reach;

/// <summary>DCL0307: no target is a member that the annotated class inherits from a class in another assembly.</summary>
internal sealed class ForwardInAnotherAssemblyRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.ForwardInAnotherAssembly;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (context.Plan.Targets is not { } pattern)
            return;
        var host = context.Host.Type;
        for (var type = host.BaseType; type is not null && !context.Types.IsTorch(type); type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, host.ContainingAssembly))
                continue;
            foreach (var member in type.GetMembers())
            {
                if (context.Types.LayerTypeOf(member) is { } isLinear && pattern.Alternatives.FirstOrDefault(a => a.CouldMatch(member.Name, isLinear)) is { } meant)
                {
                    var location = context.Find("Targets")?.LocationOf(meant.Start, meant.Text.Length) ?? context.Syntax.Name.GetLocation();
                    report(Diagnostic.Create(Descriptor, location, member.Name, type.Name, type.ContainingAssembly.Name, context.Plan.Spec.Method));
                    return;
                }
            }
        }
    }
}
