using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>Says whether a read of a target's weight computes with it.</summary>
internal sealed class WeightUses(KnownTypes types)
{
    /// <summary>Judges the use of <paramref name="reference"/>, which gives the weight of <paramref name="target"/>.</summary>
    public TargetUse? Judge(IOperation reference, TargetMember target, ISymbol owner, Action<ILocalSymbol, AliasKind> alias)
    {
        if (IsInitialisation(reference, owner))
            return null;
        var value = ValueFlow.Outermost(reference);
        var computes = value.Parent switch
        {
            IInvocationOperation call when call.Instance == value => Computes(call),
            IMethodReferenceOperation { Method: var method } => types.GivesTensor(method.ReturnType),
            IMemberReferenceOperation member when member.Instance == value => member.Member.Name != "grad" && types.IsTensor(member.Type),
            IArgumentOperation argument => Computes(argument),
            IBinaryOperation binary => types.IsTensor(binary.Type),
            IUnaryOperation or IReturnOperation or ITupleOperation or IArrayInitializerOperation or ICollectionExpressionOperation => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => Follow(local, alias),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value == value => Follow(local, alias),
            ISimpleAssignmentOperation assignment when assignment.Value == value => assignment.Target is not IMemberReferenceOperation { Member.Name: "weight" },
            _ => false,
        };
        return computes ? new TargetUse(UseKind.WeightRead, target, reference.Syntax.GetLocation(), reference.Syntax.ToString()) : null;
    }

    private static bool Follow(ILocalSymbol local, Action<ILocalSymbol, AliasKind> alias)
    {
        alias(local, AliasKind.Weight);
        return false;
    }

    /// <summary>In a constructor or an initialiser, where weights are given their start, and not in a function that outlives it.</summary>
    private static bool IsInitialisation(IOperation reference, ISymbol owner)
    {
        if (owner is not (IMethodSymbol { MethodKind: MethodKind.Constructor } or IFieldSymbol or IPropertySymbol))
            return false;
        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return false;
        }
        return true;
    }

    /// <summary>In-place methods end in an underscore; as a statement they change the weight and compute nothing from it.</summary>
    private bool Computes(IInvocationOperation call) =>
        types.GivesTensor(call.TargetMethod.ReturnType)
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
            IInvocationOperation call when types.IsInitialiser(call.TargetMethod) => null,
            IInvocationOperation { TargetMethod.Name: "register_parameter" or "register_buffer" } => null,
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation { Constructor: { } constructor } => constructor,
            IPropertyReferenceOperation property => property.Property,
            _ => null,
        };
        return member is not null && !types.IsLibrary(member) && !KnownTypes.IsFramework(member.ContainingAssembly);
    }
}
