using Declarative.Analyzers.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>Says what the code that gets a target as an argument may do with it.</summary>
internal sealed class ArgumentUses(BodyUses body, Exposure exposure, CollectionUses collections)
{
    /// <summary>Judges the call, or the creation, that gets <paramref name="argument"/>.</summary>
    public void Judge(IArgumentOperation argument, TargetValue value)
    {
        switch (argument.Parent)
        {
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invoked:
                Handed(ValueFlow.Receiver(invoked), value);
                break;
            case IInvocationOperation call when CollectionUses.Adds(call.TargetMethod):
                collections.Put(call.Instance, value);
                break;
            case IInvocationOperation { TargetMethod.IsStatic: true } or IObjectCreationOperation when IsMadeOf(argument):
                body.Follow(argument.Parent, value with { Kind = value.Kind == AliasKind.Layer ? AliasKind.Mix : value.Kind });
                break;
            default:
                var user = UserOf(argument);
                if (user is not null && (!HelperUses.SeesInto(body, user)
                    || argument.Parameter is { } parameter && HelperUses.Uses(body, parameter, value)))
                {
                    body.Report(UseKind.Passed, value, user is IMethodSymbol { MethodKind: not MethodKind.Constructor } ? user.Name : user.ContainingType.Name);
                }
                break;
        }
    }

    // Task.FromResult(q), new List<Linear>(layers): what the framework makes of a layer and returns holds it.
    private bool IsMadeOf(IArgumentOperation argument) =>
        body.Types.HeldBy(argument.Parent!.Type) is AliasKind.List or AliasKind.Mix
        && KnownTypes.IsFramework(UserOf(argument)?.ContainingAssembly);

    // An event or a delegate of a caller runs code that is anywhere.
    private void Handed(IOperation? function, TargetValue value)
    {
        switch (function)
        {
            case IMemberReferenceOperation { Member: var member }:
                exposure.Report([member], value);
                break;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method } when body.Depth == 0:
                exposure.Report([method], value);
                break;
        }
    }

    private static ISymbol? UserOf(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };
}
