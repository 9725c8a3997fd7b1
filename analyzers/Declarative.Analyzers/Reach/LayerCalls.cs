using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>Tells what may call a layer from what only makes it, registers it, moves it or asks about it.</summary>
internal static class LayerCalls
{
    /// <summary>Whether the code around <paramref name="reference"/>, which names a target, may lead to a call of it.</summary>
    public static bool MayCall(IOperation reference, KnownTypes types)
    {
        var value = ValueFlow.Outermost(reference);
        return value.Parent switch
        {
            IAssignmentOperation assignment when assignment.Target == value => false,
            ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple when deconstruction.Target == tuple => false,
            IInvocationOperation call when call.Instance == value => call.TargetMethod.Name is "forward" or "call" || !types.IsTorch(call.TargetMethod),
            IPropertyReferenceOperation property when property.Instance == value => property.Arguments.Length > 0 || Computes(property, types),
            IMemberReferenceOperation member when member.Instance == value => Computes(member, types),
            IArgumentOperation argument => !OnlyAsks(argument, types),
            IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => false,
            IBinaryOperation or IInterpolationOperation or INameOfOperation or IUsingOperation or IExpressionStatementOperation => false,
            _ => true,
        };
    }

    // A method group, or the weight, of which another rule says what is computed with it.
    private static bool Computes(IMemberReferenceOperation member, KnownTypes types) =>
        member is IMethodReferenceOperation
        || (member.Member.Name == "weight"
            && types.IsTensor(member.Type)
            && !(ValueFlow.Outermost(member).Parent is IArgumentOperation argument && OnlyAsks(argument, types)));

    // Initialised, registered, moved (`fc.to(device);` is an extension method), printed, compared.
    private static bool OnlyAsks(IArgumentOperation argument, KnownTypes types) =>
        argument.Parent is IInvocationOperation { TargetMethod: var method } call
        && (types.IsInitialiser(method)
            || (types.IsTorch(method) && method.Name.StartsWith("register_", StringComparison.Ordinal))
            || (types.IsTorch(method) && method.IsExtensionMethod && call.Parent is IExpressionStatementOperation)
            || method.ContainingType.Name is nameof(ArgumentNullException) or nameof(Console) or nameof(Object));
}
