using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>Follows a target into what holds it: a tuple, an array, a collection.</summary>
internal sealed class CollectionUses(BodyUses body, Exposure exposure)
{
    /// <summary>Whether a call puts its argument into the collection that it is made on.</summary>
    public static bool Adds(IMethodSymbol method) =>
        KnownTypes.IsFramework(method.ContainingAssembly)
        && !method.IsStatic
        && method.Name is "Add" or "AddFirst" or "AddLast" or "AddOrUpdate" or "AddRange" or "Enqueue" or "GetOrAdd" or "Insert"
            or "InsertRange" or "Push" or "TryAdd" or "UnionWith";

    /// <summary>Whether an indexer is that of a collection of the framework or of TorchSharp.</summary>
    public bool Keeps(IPropertySymbol indexer) => KnownTypes.IsFramework(indexer.ContainingAssembly) || body.Types.IsTorch(indexer);

    /// <summary>Follows the tuple, array or collection that <paramref name="element"/> is written in: with others that are no targets, that is a mix.</summary>
    public void Hold(IOperation element, TargetValue value)
    {
        switch (element.Parent)
        {
            case ITupleOperation tuple:
                body.Follow(tuple, value with { Kind = KindOf(tuple.Elements) });
                break;
            case IArrayInitializerOperation array:
                body.Follow(array.Parent!, value with { Kind = KindOf(array.ElementValues) });
                break;
            case ICollectionExpressionOperation collection:
                body.Follow(collection, value with { Kind = KindOf(collection.Elements) });
                break;
            case ISpreadOperation { Parent: ICollectionExpressionOperation collection }:
                body.Follow(collection, value with { Kind = KindOf(collection.Elements) });
                break;
        }
    }

    /// <summary>Puts a layer into the collection that an expression names.</summary>
    public void Put(IOperation? collection, TargetValue value)
    {
        var held = value with { Kind = AliasKind.Mix };
        switch (collection)
        {
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                if (Initialised(collection) is IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation { Member: var filled } })
                    exposure.Report([filled], value);
                else if (Initialised(collection) is { } creation)
                    body.Follow(creation, held);
                break;
            case ILocalReferenceOperation { Local: var local }:
                body.Alias(local, held);
                break;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method } when body.Depth == 0:
                exposure.Report([method], value);
                break;
            case IMemberReferenceOperation { Member: var member } when !body.Types.IsTorch(collection.Type!):
                exposure.Report([member], value);
                break;
        }
    }

    private AliasKind KindOf(IEnumerable<IOperation> elements) => elements.All(IsTargetOrNoLayer) ? AliasKind.List : AliasKind.Mix;

    private bool IsTargetOrNoLayer(IOperation element)
    {
        var operand = element switch { ISpreadOperation spread => spread.Operand, _ => element };
        while (operand is IConversionOperation conversion)
            operand = conversion.Operand;
        return body.Types.HeldBy(operand.Type) is null || BodyUses.TargetOf(operand, body.Index) is not null;
    }

    // What an object or collection initialiser fills, of which this is the unwritten receiver.
    private static IOperation? Initialised(IOperation receiver)
    {
        for (var parent = receiver.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IObjectOrCollectionInitializerOperation)
                return parent.Parent;
        }
        return null;
    }
}
