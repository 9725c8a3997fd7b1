using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>
/// Says what the code around an expression does with the layers in the list, array, dictionary or tuple that the
/// expression gives.
/// </summary>
/// <remarks>
/// Going through all elements meets every target among them. Picking an element out of a mix may give another layer, which
/// is no finding.
/// </remarks>
internal sealed class HolderUses(BodyUses body, LayerUses layers)
{
    /// <summary>Judges the use of <paramref name="holder"/>; false where it is used as any value is, and goes somewhere.</summary>
    public bool Judge(IOperation holder, TargetValue value)
    {
        switch (holder.Parent)
        {
            case IInvocationOperation call when call.Instance == holder:
                if (value.Kind == AliasKind.List && call.TargetMethod.Name is "forward" or "call")
                    layers.Called(call, value);
                else
                    Enumerated(call, Sequence.ElementOf(call.TargetMethod.OriginalDefinition.ContainingType), value);
                break;
            case IMethodReferenceOperation { Method.Name: "forward" or "call" } captured when value.Kind == AliasKind.List:
                layers.Captured(captured, value);
                break;
            case IPropertyReferenceOperation or IFieldReferenceOperation when ((IMemberReferenceOperation)holder.Parent).Instance == holder:
            case IArrayElementReferenceOperation array when array.ArrayReference == holder:
                Picked(holder.Parent, value);
                break;
            case IForEachLoopOperation loop when loop.Collection == holder:
                Looped(loop, value);
                break;
            case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter }
                when Sequence.IsOperator(call.TargetMethod)
                    && !CollectionUses.Adds(call.TargetMethod)
                    && Sequence.ElementOf(parameter.OriginalDefinition.Type) is { } element:
                Enumerated(call, element, value);
                break;
            default:
                return false;
        }
        return true;
    }

    private void Picked(IOperation part, TargetValue value)
    {
        switch (body.Types.HeldBy(part.Type))
        {
            case AliasKind.Layer when value.Kind == AliasKind.List:
                body.Follow(part, value with { Kind = AliasKind.Layer, Origin = part.Syntax });
                break;
            case AliasKind.List:
                body.Follow(part, value);
                break;
            case AliasKind.Mix:
                body.Follow(part, value with { Kind = AliasKind.Mix });
                break;
        }
    }

    // foreach (var (name, layer) in …): of two layers taken apart, which one is the target is not known.
    private void Looped(IForEachLoopOperation loop, TargetValue value)
    {
        var layers = loop.Locals.Where(local => body.Types.HeldBy(local.Type) is not null).ToList();
        if (layers.Count == 1)
            Element(layers[0], layers[0].Type, value);
    }

    private void Element(ISymbol name, ITypeSymbol type, TargetValue value)
    {
        if (body.Types.HeldBy(type) is { } kind)
            body.Alias(name, value with { Kind = kind });
    }

    // list.ForEach(e => …), list.Where(e => …).Select(…): the lambdas get every element, some results hold them.
    private void Enumerated(IInvocationOperation call, ITypeSymbol? element, TargetValue value)
    {
        if (element is not null && KnownElements(call))
        {
            foreach (var (function, parameter) in Sequence.Receivers(call, element))
            {
                if (function is IAnonymousFunctionOperation)
                    Element(parameter, parameter.Type, value);
                else if (body.Types.HeldBy(parameter.Type) is { } kind && HelperUses.Uses(body, parameter, value with { Kind = kind }))
                    body.Report(UseKind.Passed, value, parameter.ContainingSymbol.Name);
            }
        }
        if (Sequence.Result(call.TargetMethod.Name, value.Kind) is { } result)
            Picked(call, value with { Kind = result });
    }

    private bool KnownElements(IInvocationOperation call) => Sequence.IsOperator(call.TargetMethod) || body.Types.IsTorch(call.TargetMethod);
}
