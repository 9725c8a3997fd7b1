using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>One expression that a member may hold.</summary>
internal sealed class ParsedValue
{
    /// <summary>The expression, without parentheses, casts and device moves around it.</summary>
    public required ExpressionSyntax Syntax { get; init; }

    /// <summary>Its type; null for <c>null</c>.</summary>
    public required ITypeSymbol? Type { get; init; }

    /// <summary>Whether it makes a module: <c>new</c>, or one of <c>torch.nn</c>'s functions.</summary>
    public bool IsCreation { get; init; }

    /// <summary>Whether it is a field or property of the class itself.</summary>
    public bool IsMember { get; init; }

    /// <summary>The parameter that it is, unless the method gives that another value.</summary>
    public IParameterSymbol? Parameter { get; init; }

    /// <summary>The calls of the compilation's own methods that lead to it, outermost first.</summary>
    public ImmutableArray<InvocationExpressionSyntax> Via { get; init; } = [];

    /// <summary>Calls that append elements to it while it is in a local.</summary>
    public ImmutableArray<InvocationExpressionSyntax> Additions { get; init; } = [];

    public bool IsNull => Type is null;
}

/// <summary>A value, with what the parameters in it stand for.</summary>
internal readonly record struct BoundValue(ParsedValue Value, Bindings Bindings)
{
    /// <summary>The values as seen from a constructor with <paramref name="outer"/>; a parameter is what is passed for it.</summary>
    public static ImmutableArray<BoundValue> Of(ModelSource source, IEnumerable<ParsedValue> values, Bindings outer) =>
        values.SelectMany(value => Of(source, value, outer)).ToImmutableArray();

    private static ImmutableArray<BoundValue> Of(ModelSource source, ParsedValue value, Bindings outer)
    {
        var bindings = value.Via.Aggregate(outer, (around, call) => Bindings.Of(source, call, around, numbersOnly: false));
        return value.Parameter is { } parameter && bindings.Modules(source, parameter) is { Length: > 0 } passed
            ? passed
            : [new BoundValue(value, bindings)];
    }
}
