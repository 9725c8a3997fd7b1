using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Methods;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Declaration;

/// <summary>DCL0006: the attributes of one name make one set, which one checkpoint can hold.</summary>
internal sealed class OneNameRule : HostRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.OneName;

    public override void Check(HostContext context, Action<Diagnostic> report)
    {
        foreach (var group in context.Attributes.GroupBy(static a => a.Plan.Name))
        {
            var first = group.First();
            foreach (var other in group.Skip(1))
            {
                if (Conflict(first, other) is { } conflict)
                {
                    report(Diagnostic.Create(
                        Descriptor, other.LocationOf("Name"), group.Key, context.Host.Type.Name, conflict));
                    break;
                }
            }
        }
    }

    private static string? Conflict(AttributeContext first, AttributeContext second)
    {
        var (one, other) = (first.Plan.Spec, second.Plan.Spec);
        return one.Method == other.Method
            ? AllMethods.Of(one).Conflict(one, other)
            : $"one is [{one.Method}] and the other [{other.Method}]";
    }
}
