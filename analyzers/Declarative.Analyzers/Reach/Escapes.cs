using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>
/// Follows a target, or what holds one, to where an expression sends it: another name, a member, a caller, an argument, a
/// collection.
/// </summary>
internal sealed class Escapes(BodyUses body)
{
    /// <summary>Judges where <paramref name="operation"/>'s value goes.</summary>
    public void Judge(IOperation operation, TargetValue value)
    {
        switch (operation.Parent)
        {
            case IArgumentOperation argument:
                Passed(argument, value);
                break;
            case IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldReturn } exit:
                Returned(exit, value);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                body.Alias(local, value);
                break;
            case IFieldInitializerOperation initializer:
                Exposed(initializer.InitializedFields, value);
                break;
            case IPropertyInitializerOperation initializer:
                Exposed(initializer.InitializedProperties, value);
                break;
            case IAssignmentOperation assignment when assignment.Value == operation:
                Assigned(assignment.Target, value);
                if (assignment.Parent is not IExpressionStatementOperation)
                    body.Follow(assignment, value);
                break;
            case ITupleOperation or IArrayInitializerOperation or ICollectionExpressionOperation or ISpreadOperation:
                Held(operation, value);
                break;
            default:
                body.Match(operation, value);
                break;
        }
    }

    private void Exposed(IEnumerable<ISymbol> members, TargetValue value)
    {
        foreach (var member in members)
        {
            if (body.Index.Find(member) is null && Leaves(member))
                body.Report(UseKind.Exposed, value, MemberNames.Of(member));
        }
    }

    // A private type is used by the class around it alone, whose calls may be intercepted too.
    private bool Leaves(ISymbol member) =>
        Visibility.LeavesClass(member)
        && !(member.ContainingType is { DeclaredAccessibility: Accessibility.Private, ContainingType: { } outer } && body.Index.IsInReach(outer));

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
            Exposed([body.Owner is IMethodSymbol { AssociatedSymbol: { } associated } ? associated : body.Owner], value);
    }

    private void Assigned(IOperation target, TargetValue value)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                body.Alias(local, value);
                break;
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.Out or RefKind.Ref } parameter }:
                if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.LocalFunction and not MethodKind.AnonymousFunction } method)
                    Exposed([method], value);
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
                Put(element.ArrayReference, value);
                break;
            case IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } collection } indexer when IsCollection(indexer.Property):
                Put(collection, value);
                break;
            case IMemberReferenceOperation { Member.ContainingType.IsAnonymousType: true }:
                body.Follow(target.Parent!.Parent!, value with { Kind = AliasKind.Mix });
                break;
            case IMemberReferenceOperation { Member: var member }:
                Exposed([member], value);
                break;
        }
    }

    private bool IsCollection(ISymbol member) => KnownTypes.IsFramework(member.ContainingAssembly) || body.Types.IsTorch(member);

    // In a tuple, an array, a collection: with others that are no targets, that is a mix.
    private void Held(IOperation element, TargetValue value)
    {
        var holder = element.Parent!;
        switch (holder)
        {
            case ITupleOperation tuple when ValueFlow.Outermost(tuple).Parent is IDeconstructionAssignmentOperation { Target: var target }:
                if (((target as IDeclarationExpressionOperation)?.Expression ?? target) is ITupleOperation names)
                    Assigned(names.Elements[tuple.Elements.IndexOf(element)], value);
                return;
            case ITupleOperation tuple:
                body.Follow(tuple, value with { Kind = KindOf(tuple.Elements) });
                return;
            case IArrayInitializerOperation array:
                body.Follow(array.Parent!, value with { Kind = KindOf(array.ElementValues) });
                return;
            case ICollectionExpressionOperation collection:
                body.Follow(collection, value with { Kind = KindOf(collection.Elements) });
                return;
            case ISpreadOperation { Parent: ICollectionExpressionOperation collection }:
                body.Follow(collection, value with { Kind = value.Kind == AliasKind.List ? KindOf(collection.Elements) : AliasKind.Mix });
                return;
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

    private void Passed(IArgumentOperation argument, TargetValue value)
    {
        switch (argument.Parent)
        {
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invoked:
                Handed(ValueFlow.Receiver(invoked), value);
                break;
            case IInvocationOperation call when Collections.Keeps(call.TargetMethod):
                Put(call.Instance, value);
                break;
            case IInvocationOperation { TargetMethod.IsStatic: true } or IObjectCreationOperation when IsMadeOf(argument.Parent):
                body.Follow(argument.Parent, value with { Kind = value.Kind == AliasKind.Layer ? AliasKind.Mix : value.Kind });
                break;
            default:
                var user = Collections.UserOf(argument);
                if (user is not null && (!HelperUses.SeesInto(body, user)
                    || argument.Parameter is { } parameter && HelperUses.Uses(body, parameter, value)))
                {
                    body.Report(UseKind.Passed, value, user is IMethodSymbol { MethodKind: not MethodKind.Constructor } ? user.Name : user.ContainingType.Name);
                }
                break;
        }
    }

    // Task.FromResult(q), new List<Linear>(layers): what the framework makes of a layer and returns holds it.
    private bool IsMadeOf(IOperation call) =>
        body.Types.HeldBy(call.Type) is AliasKind.List or AliasKind.Mix
        && (call as IInvocationOperation)?.TargetMethod.ContainingAssembly is var assembly
        && KnownTypes.IsFramework(assembly ?? call.Type!.OriginalDefinition.ContainingAssembly);

    // An event or a delegate of a caller runs code that is anywhere.
    private void Handed(IOperation? function, TargetValue value)
    {
        switch (function)
        {
            case IMemberReferenceOperation { Member: var member }:
                Exposed([member], value);
                break;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method } when body.Depth == 0:
                Exposed([method], value);
                break;
        }
    }

    private void Put(IOperation? collection, TargetValue value)
    {
        var held = value with { Kind = AliasKind.Mix };
        switch (collection)
        {
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                if (Collections.Initialised(collection) is IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation { Member: var filled } })
                    Exposed([filled], value);
                else if (Collections.Initialised(collection) is { } creation)
                    body.Follow(creation, held);
                break;
            case ILocalReferenceOperation { Local: var local }:
                body.Alias(local, held);
                break;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method } when body.Depth == 0:
                Exposed([method], value);
                break;
            case IMemberReferenceOperation { Member: var member } when !body.Types.IsTorch(collection.Type!):
                Exposed([member], value);
                break;
        }
    }
}
