using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Rules.Values;

/// <summary>DCL0109: a property of an enumeration has one of its values.</summary>
internal sealed class UndefinedValueRule : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.UndefinedValue;

    public override void Check(AttributeContext context, Action<Diagnostic> report)
    {
        foreach (var given in context.Plan.Attribute.NamedArguments)
        {
            if (given.Value is not { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } value })
                continue;
            var values = type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue).ToList();
            if (!values.Any(f => Equals(f.ConstantValue, value)) && context.FindArgument(given.Key) is { } argument)
            {
                report(Diagnostic.Create(
                    Descriptor, argument.Expression.GetLocation(), given.Key, value, type.Name, string.Join(", ", values.Select(static f => f.Name))));
            }
        }
    }
}
