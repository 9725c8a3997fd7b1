using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Generators.Parsing;

/// <summary>A module class as its source shows it.</summary>
/// <param name="type">The class.</param>
/// <param name="members">Its members that hold modules, base classes' included, each name once.</param>
/// <param name="ties">What it does to let two layers have one weight.</param>
/// <param name="registersOthers">Whether it registers modules that are in no member, or under names that only a run knows.</param>
internal sealed class ParsedModule(
    INamedTypeSymbol type, ImmutableArray<ParsedMember> members, ImmutableArray<ParsedTie> ties, bool registersOthers)
{
    public INamedTypeSymbol Type { get; } = type;

    public ImmutableArray<ParsedMember> Members { get; } = members;

    public ImmutableArray<ParsedTie> Ties { get; } = ties;

    public bool RegistersOthers { get; } = registersOthers;
}

/// <summary>A field, an auto-property or a captured parameter that holds a module.</summary>
/// <param name="symbol">The field, property or primary constructor's parameter.</param>
/// <param name="type">What it is declared to hold.</param>
/// <param name="registeredName">The name under which TorchSharp registers it.</param>
/// <param name="values">What its class assigns to it.</param>
/// <param name="additions">Calls that append elements to it.</param>
internal sealed class ParsedMember(
    ISymbol symbol,
    ITypeSymbol type,
    string registeredName,
    ImmutableArray<ParsedValue> values,
    ImmutableArray<InvocationExpressionSyntax> additions)
{
    public ISymbol Symbol { get; } = symbol;

    public ITypeSymbol Type { get; } = type;

    public string RegisteredName { get; } = registeredName;

    public ImmutableArray<ParsedValue> Values { get; } = values;

    public ImmutableArray<InvocationExpressionSyntax> Additions { get; } = additions;

    /// <summary>Whether every assigned value is a module made on the spot, so that nothing else shares it.</summary>
    public bool OwnsItsValue => Values.Length > 0 && Values.All(static v => v.IsCreation || v.IsNull);

    /// <summary>Whether it only holds what another member of its class holds too, under whose name that is a layer.</summary>
    public bool IsAlias => Values.Length > 0 && Values.All(static v => v.IsMember || v.IsNull) && Values.Any(static v => v.IsMember);

    /// <summary>Whether no code but the class's own can assign to it.</summary>
    public bool IsClosed => Symbol switch
    {
        IFieldSymbol f => f.IsReadOnly || f.DeclaredAccessibility == Accessibility.Private,
        IPropertySymbol p => p.SetMethod is null or { DeclaredAccessibility: Accessibility.Private },
        _ => false,
    };

    /// <summary>Whether it may hold no module.</summary>
    public bool IsNullable => Type.NullableAnnotation == NullableAnnotation.Annotated || Values.Any(static v => v.IsNull);
}
