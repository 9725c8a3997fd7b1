using Declarative.Analyzers.Use;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Rules.Use;

/// <summary>DCL0404: the set that Attach gives is kept.</summary>
internal sealed class AttachDiscardedRule : UseRule
{
    public override DiagnosticDescriptor Descriptor => DiagnosticDescriptors.AttachDiscarded;

    public override void Check(UseEvent happened, UseState state, Action<Diagnostic> report)
    {
        if (happened is { Kind: UseEventKind.Attached, Call: { TargetMethod.Name: "Attach", Syntax: InvocationExpressionSyntax syntax } call }
            && call.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation })
        {
            report(Diagnostic.Create(Descriptor, syntax.Expression.GetLocation()));
        }
    }
}
