using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>Calls that put a value into a collection, and what they are made on.</summary>
internal static class Collections
{
    /// <summary>Whether the method is one of the framework's collections' that keeps its argument.</summary>
    public static bool Keeps(IMethodSymbol method) =>
        KnownTypes.IsFramework(method.ContainingAssembly)
        && !method.IsStatic
        && method.Name is "Add" or "AddFirst" or "AddLast" or "AddOrUpdate" or "AddRange" or "Enqueue" or "GetOrAdd" or "Insert"
            or "InsertRange" or "Push" or "TryAdd" or "UnionWith";

    /// <summary>What an object or collection initialiser fills, of which <paramref name="receiver"/> is the unwritten receiver.</summary>
    public static IOperation? Initialised(IOperation receiver)
    {
        for (var parent = receiver.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IObjectOrCollectionInitializerOperation)
                return parent.Parent;
        }
        return null;
    }

    /// <summary>The method, constructor or indexer that gets an argument.</summary>
    public static ISymbol? UserOf(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };
}
