using System.Collections.Immutable;
using Declarative.Analyzers.Attributes;
using Declarative.Analyzers.Methods;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0107: every property that is written changes something.</summary>
internal sealed class PropertyIgnoredRule : AttributeRule
{
    /// <summary>The property of a diagnostic under which a code fix finds the attribute's property.</summary>
    public const string Property = nameof(Property);

    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.PropertyIgnored;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        if (!context.Host.IsModule)
            return;
        foreach (var (property, reason) in OnMember(context).Concat(AllMethods.Of(context.Plan.Spec).Ignored(context)))
        {
            if (context.FindArgument(property) is { } argument)
            {
                report(Diagnostic.Create(
                    Descriptor,
                    argument.GetLocation(),
                    ImmutableDictionary<string, string?>.Empty.Add(Property, property),
                    property,
                    context.Plan.Spec.Method,
                    reason));
            }
        }
    }

    private static IEnumerable<IgnoredProperty> OnMember(AttributeContext context)
    {
        if (context.Plan.Member is not { } member)
            yield break;
        yield return new("Targets", $"the attribute stands on '{member.Name}', which is its target");
        yield return new("Exclude", $"the attribute stands on '{member.Name}', which is its target");
    }
}
