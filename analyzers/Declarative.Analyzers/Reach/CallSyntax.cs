using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>The parts of a call that a diagnostic is reported on.</summary>
internal static class CallSyntax
{
    /// <summary>The method's name: <c>forward</c> in <c>q_proj.forward(x)</c>.</summary>
    public static SyntaxNode Name(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax invocation
        ? invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            var other => other,
        }
        : call.Syntax;

    /// <summary>The receiver: <c>model.q_proj</c> in <c>model.q_proj.forward(x)</c>.</summary>
    public static SyntaxNode Receiver(IInvocationOperation call) =>
        call.Instance is { IsImplicit: false } instance and not IConditionalAccessInstanceOperation ? instance.Syntax : Name(call);
}
