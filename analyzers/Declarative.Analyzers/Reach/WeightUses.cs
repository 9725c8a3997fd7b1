using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>Says whether a read of a target's weight computes with it.</summary>
internal sealed class WeightUses(BodyUses body)
{
    private KnownTypes Types => body.Types;

    /// <summary>Judges the use of <paramref name="weight"/>: it is a computation or it is fine, and always known.</summary>
    public bool Judge(IOperation weight, TargetValue value)
    {
        if (!IsInitialisation(weight) && Computes(weight, value))
            body.Report(UseKind.WeightRead, value, value.Origin, value.Origin.ToString(), canCall: value.CanCall);
        return true;
    }

    private bool Computes(IOperation weight, TargetValue value)
    {
        switch (weight.Parent)
        {
            case IInvocationOperation call when call.Instance == weight:
                return Computes(call);
            case IMethodReferenceOperation { Method: var method }:
                return Types.GivesTensor(method.ReturnType);
            case IMemberReferenceOperation member when member.Instance == weight:
                return member.Member.Name != "grad" && Types.IsTensor(member.Type);
            case IArgumentOperation argument:
                return Computes(argument);
            case IBinaryOperation binary:
                return Types.IsTensor(binary.Type);
            case ICompoundAssignmentOperation compound when compound.Value == weight:
                return Types.IsTensor(compound.Type);
            case IUnaryOperation or IReturnOperation or ITupleOperation or IArrayInitializerOperation or ICollectionExpressionOperation:
                return true;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                body.Alias(local, value);
                return false;
            case ISimpleAssignmentOperation assignment when assignment.Value == weight:
                return Computes(assignment, value);
            default:
                body.Match(weight, value);
                return false;
        }
    }

    private bool Computes(ISimpleAssignmentOperation assignment, TargetValue value)
    {
        if (assignment.Target is not ILocalReferenceOperation { Local: var local })
            return assignment.Target is not IMemberReferenceOperation { Member.Name: "weight" };
        body.Alias(local, value);
        if (assignment.Parent is not IExpressionStatementOperation)
            body.Follow(assignment, value);
        return false;
    }

    /// <summary>In a constructor or an initialiser, where weights are given their start, and not in a function that outlives it.</summary>
    private bool IsInitialisation(IOperation weight)
    {
        if (body.Owner is not (IMethodSymbol { MethodKind: MethodKind.Constructor } or IFieldSymbol or IPropertySymbol))
            return false;
        for (var parent = weight.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILocalFunctionOperation || parent is IAnonymousFunctionOperation && !IsRunByFramework(parent))
                return false;
        }
        return true;
    }

    // heads.ForEach(h => …)
    private static bool IsRunByFramework(IOperation lambda) =>
        lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } && Sequence.IsOperator(call.TargetMethod);

    /// <summary>In-place methods end in an underscore; as a statement they change the weight and compute nothing from it.</summary>
    private bool Computes(IInvocationOperation call) =>
        Types.GivesTensor(call.TargetMethod.ReturnType)
        && !(call.TargetMethod.Name.EndsWith("_", StringComparison.Ordinal) && IsDiscarded(call));

    private static bool IsDiscarded(IInvocationOperation call)
    {
        var value = ValueFlow.Outermost(call);
        return value.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    private bool Computes(IArgumentOperation argument)
    {
        ISymbol? member = argument.Parent switch
        {
            IInvocationOperation call when Types.IsInitialiser(call.TargetMethod) => null,
            IInvocationOperation { TargetMethod.Name: "register_parameter" or "register_buffer" } => null,
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation { Constructor: { } constructor } => constructor,
            IPropertyReferenceOperation property => property.Property,
            _ => null,
        };
        return member is not null && !Types.IsLibrary(member) && !KnownTypes.IsFramework(member.ContainingAssembly);
    }
}
