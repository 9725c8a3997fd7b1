using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>
/// Follows a target, or what holds one, to where an expression sends it: another name, a member, a caller, an argument, a
/// collection.
/// </summary>
internal sealed class Escapes
{
    private readonly BodyUses body;
    private readonly Exposure exposure;
    private readonly CollectionUses collections;
    private readonly ArgumentUses arguments;

    public Escapes(BodyUses body)
    {
        this.body = body;
        exposure = new Exposure(body);
        collections = new CollectionUses(body, exposure);
        arguments = new ArgumentUses(body, exposure, collections);
    }

    /// <summary>Judges where <paramref name="operation"/>'s value goes.</summary>
    public void Judge(IOperation operation, TargetValue value)
    {
        switch (operation.Parent)
        {
            case IArgumentOperation argument:
                arguments.Judge(argument, value);
                break;
            case IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldReturn } exit:
                Returned(exit, value);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                body.Alias(local, value);
                break;
            case IFieldInitializerOperation initializer:
                exposure.Report(initializer.InitializedFields, value);
                break;
            case IPropertyInitializerOperation initializer:
                exposure.Report(initializer.InitializedProperties, value);
                break;
            case IAssignmentOperation assignment when assignment.Value == operation:
                Assigned(assignment.Target, value);
                if (assignment.Parent is not IExpressionStatementOperation)
                    body.Follow(assignment, value);
                break;
            case ITupleOperation tuple when ValueFlow.Outermost(tuple).Parent is IDeconstructionAssignmentOperation { Target: var target }:
                if (((target as IDeclarationExpressionOperation)?.Expression ?? target) is ITupleOperation names)
                    Assigned(names.Elements[tuple.Elements.IndexOf(operation)], value);
                break;
            case ITupleOperation or IArrayInitializerOperation or ICollectionExpressionOperation or ISpreadOperation:
                collections.Hold(operation, value);
                break;
            default:
                body.Match(operation, value);
                break;
        }
    }

    private void Returned(IOperation exit, TargetValue value)
    {
        for (var parent = exit.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILocalFunctionOperation)
                return;
            if (parent is IAnonymousFunctionOperation)
            {
                body.Follow(parent.Parent!, value with { Kind = AliasKind.Mix });
                return;
            }
        }
        // A helper returns to its caller, who has the layer already.
        if (body.Depth == 0)
            exposure.Report([body.Owner is IMethodSymbol { AssociatedSymbol: { } associated } ? associated : body.Owner], value);
    }

    private void Assigned(IOperation target, TargetValue value)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                body.Alias(local, value);
                break;
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.Out or RefKind.Ref } parameter }:
                if (body.Depth == 0 && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method)
                    exposure.Report([method], value);
                break;
            case IParameterReferenceOperation { Parameter: var parameter } when body.Index.Find(parameter) is null:
                body.Alias(parameter, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assigned(declaration.Expression, value);
                break;
            case ITupleOperation tuple when value.Kind == AliasKind.List:
                foreach (var element in tuple.Elements)
                {
                    if (body.Types.HeldBy(element.Type) is { } kind)
                        Assigned(element, value with { Kind = kind });
                }
                break;
            case IArrayElementReferenceOperation element:
                collections.Put(element.ArrayReference, value);
                break;
            case IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } collection } indexer when collections.Keeps(indexer.Property):
                collections.Put(collection, value);
                break;
            case IMemberReferenceOperation { Member.ContainingType.IsAnonymousType: true }:
                body.Follow(target.Parent!.Parent!, value with { Kind = AliasKind.Mix });
                break;
            case IMemberReferenceOperation { Member: var member }:
                exposure.Report([member], value);
                break;
        }
    }
}
