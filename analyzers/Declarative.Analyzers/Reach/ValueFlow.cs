using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>Follows a value outward through the expressions that only hand it on.</summary>
internal static class ValueFlow
{
    /// <summary>
    /// The outermost operation whose value is that of <paramref name="operation"/> (or may be: a branch of a
    /// conditional), so that its parent is what uses the value.
    /// </summary>
    public static IOperation Outermost(IOperation operation)
    {
        while (Next(operation) is { } next)
            operation = next;
        return operation;
    }

    /// <summary>What a call is made on: for <c>made?.Invoke(q)</c>, what stands before the question mark.</summary>
    public static IOperation? Receiver(IInvocationOperation call)
    {
        if (call.Instance is not IConditionalAccessInstanceOperation)
            return call.Instance;
        for (IOperation? inner = call, outer = call.Parent; outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner)
                return access.Operation;
        }
        return null;
    }

    private static IOperation? Next(IOperation operation) => operation.Parent switch
    {
        IConversionOperation conversion => conversion,
        ICoalesceOperation coalesce => coalesce,
        IConditionalOperation conditional when conditional.Condition != operation => conditional,
        ISwitchExpressionArmOperation { Parent: { } whole } arm when arm.Value == operation => whole,
        IConditionalAccessOperation access when access.Operation == operation => InstanceIn(access.WhenNotNull),
        IConditionalAccessOperation access => access,
        _ => null,
    };

    /// <summary>The place in <c>?.…</c> that stands for the value before the question mark.</summary>
    private static IOperation? InstanceIn(IOperation whenNotNull)
    {
        var operation = whenNotNull;
        while (operation is not (null or IConditionalAccessInstanceOperation))
        {
            operation = operation switch
            {
                IConditionalAccessOperation nested => nested.Operation,
                IInvocationOperation { Instance: { } instance } => instance,
                IInvocationOperation { TargetMethod.IsExtensionMethod: true } extension => extension.Arguments[0].Value,
                IMemberReferenceOperation member => member.Instance,
                IConversionOperation conversion => conversion.Operand,
                ISimpleAssignmentOperation assignment => assignment.Target,
                _ => null,
            };
        }
        return operation;
    }
}
