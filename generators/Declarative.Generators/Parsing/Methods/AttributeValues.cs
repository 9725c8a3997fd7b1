using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Parsing.Methods;

/// <summary>The named arguments of an attribute.</summary>
internal static class AttributeValues
{
    /// <summary>The argument, or <paramref name="fallback"/> where it is not given or has no valid value.</summary>
    public static T Value<T>(this AttributeData attribute, string name, T fallback) =>
        attribute.Argument(name) is { Kind: TypedConstantKind.Primitive, Value: T value } ? value : fallback;

    /// <summary>The name of the enum member given, or <paramref name="fallback"/>.</summary>
    public static string EnumMember(this AttributeData attribute, string name, string fallback) =>
        attribute.Argument(name) is { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } value }
            && type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => Equals(f.ConstantValue, value)) is { } member
            ? member.Name
            : fallback;

    private static TypedConstant? Argument(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }
        return null;
    }
}
