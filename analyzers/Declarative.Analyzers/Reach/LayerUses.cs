using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>Says what the code around an expression does with the target that the expression gives: calls it, reads its weight.</summary>
internal sealed class LayerUses(BodyUses body)
{
    /// <summary>Judges the use of <paramref name="layer"/>; false where it is used as any value is, and goes somewhere.</summary>
    public bool Judge(IOperation layer, TargetValue value)
    {
        switch (layer.Parent)
        {
            case IInvocationOperation call when call.Instance == layer:
                Called(call, value);
                break;
            case IMethodReferenceOperation captured:
                Captured(captured, value);
                break;

            case IMemberReferenceOperation member when member.Instance == layer:
                if (member.Member.Name == "weight" && body.Types.IsTensor(member.Type))
                    body.Follow(member, value with { Kind = AliasKind.Weight, Origin = WholeAccess(member.Syntax), CanCall = IsReached(member.Instance) });
                break;
            case IDynamicMemberReferenceOperation member:
                if (member.MemberName is "forward" or "call" or "weight")
                    body.Report(UseKind.OtherMethod, value, member.Syntax, member.MemberName);
                break;
            default:
                return false;
        }
        return true;
    }

    /// <summary>A method of the target, or of a Sequential around it, is called.</summary>
    public void Called(IInvocationOperation call, TargetValue value)
    {
        var (method, within) = (call.TargetMethod, body.Owner.ContainingType);
        if (method.Name is not ("forward" or "call"))
        {
            if (Computes(method))
                body.Report(UseKind.OtherMethod, value, CallSyntax.Name(call), method.Name);
            return;
        }
        switch (body.Index.Intercept(call, within))
        {
            case { IsIntercepted: true }:
                return;
            case { Obstacle: { } obstacle }:
                body.Report(UseKind.NotNameable, value, CallSyntax.Name(call), method.ContainingType.Name, obstacle);
                return;
            case var _ when !body.Index.IsInReach(within):
                body.Report(UseKind.CalledOutsideReach, value, CallSyntax.Receiver(call), within.Name);
                return;
            default:
                body.Report(UseKind.OtherMethod, value, CallSyntax.Name(call), method.Name);
                return;
        }
    }

    /// <summary>A method of the target, or of a Sequential around it, becomes a delegate.</summary>
    public void Captured(IMethodReferenceOperation captured, TargetValue value)
    {
        if (Computes(captured.Method))
            body.Report(UseKind.MethodGroup, value, captured.Syntax, captured.Method.Name, canCall: IsReached(captured.Instance));
    }

    /// <summary>Whether a call on the expression is intercepted: in a class in reach, and anywhere on the member itself.</summary>
    private bool IsReached(IOperation? layer) =>
        body.Index.IsInReach(body.Owner.ContainingType) || layer is not null && BodyUses.TargetOf(layer, body.Index) is not null;

    /// <summary>Whether the method makes a tensor with the layer: its own methods do, those that TorchSharp gives every module do not.</summary>
    private bool Computes(IMethodSymbol method) =>
        method.Name is "forward" or "call"
        || (!body.Types.IsTorch(method) && method.ContainingType.SpecialType == SpecialType.None && body.Types.GivesTensor(method.ReturnType));

    // q?.weight
    private static SyntaxNode WholeAccess(SyntaxNode access) =>
        access is MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax whole } && whole.WhenNotNull == access ? whole : access;
}
