using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>What the framework's operators on sequences do with the elements.</summary>
internal static class Sequence
{
    /// <summary>Whether the method is one of the framework's.</summary>
    public static bool IsOperator(IMethodSymbol method) => KnownTypes.IsFramework(method.ContainingAssembly);

    /// <summary>The T of an <c>IEnumerable&lt;T&gt;</c>, a <c>List&lt;T&gt;</c> or a <c>T[]</c>, as its method declares it; null for other types.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1, TypeKind: not TypeKind.Delegate } named => named.TypeArguments[0],
        _ => null,
    };

    /// <summary>The functions among the arguments that are called with the elements, each with the parameter that gets them.</summary>
    public static IEnumerable<(IOperation Function, IParameterSymbol Parameter)> Receivers(IInvocationOperation call, ITypeSymbol element)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value is not IDelegateCreationOperation { Target: var function }
                || argument.Parameter?.OriginalDefinition.Type is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
            {
                continue;
            }
            var called = function switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                IMethodReferenceOperation reference => reference.Method,
                _ => null,
            };
            for (var i = 0; called is not null && i < invoke.Parameters.Length && i < called.Parameters.Length; i++)
            {
                if (SymbolEqualityComparer.Default.Equals(invoke.Parameters[i].Type, element))
                    yield return (function, called.Parameters[i]);
            }
        }
    }

    /// <summary>What the result of an operator holds of the sequence's layers; null where that is none, or not known.</summary>
    /// <remarks>Cast and OfType take a sequence of no declared element: what they make of it is followed as any argument is.</remarks>
    public static AliasKind? Result(string name, AliasKind kind) => name switch
    {
        "AsEnumerable" or "AsReadOnly" or "Distinct" or "Index" or "OrderBy" or "OrderByDescending" or "Reverse" or "Shuffle"
            or "ThenBy" or "ThenByDescending" or "ToArray" or "ToHashSet" or "ToImmutableArray" or "ToList"
            or "children" or "items" or "named_children" or "values" => kind,
        "Append" or "Concat" or "Prepend" or "Union" or "Zip" => AliasKind.Mix,
        "ElementAt" or "ElementAtOrDefault" or "Except" or "Find" or "FindAll" or "FindLast" or "First" or "FirstOrDefault" or "GetRange"
            or "Last" or "LastOrDefault" or "MaxBy" or "MinBy" or "Single" or "SingleOrDefault" or "Skip" or "SkipLast"
            or "SkipWhile" or "Take" or "TakeLast" or "TakeWhile" or "Where" when kind == AliasKind.List => kind,
        _ => null,
    };
}
