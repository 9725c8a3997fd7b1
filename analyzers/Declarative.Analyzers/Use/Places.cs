using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Use;

/// <summary>Where a body keeps things: variables, parameters, and fields and properties of its own object.</summary>
internal static class Places
{
    /// <summary>The place that an expression names; null for other expressions.</summary>
    public static ISymbol? Of(IOperation expression) => expression switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } member =>
            member.Member,
        _ => null,
    };

    /// <summary>Whether the place belongs to the object, not to one body: a field, a property, a parameter of a primary constructor.</summary>
    public static bool IsOutside(ISymbol place) =>
        place is IFieldSymbol or IPropertySymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };
}
