using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Declarative.Analyzers.Reach;

/// <summary>What the syntax around a member's name says of its use, whatever else the names mean.</summary>
internal enum Mention
{
    /// <summary>Anything: only binding can tell.</summary>
    Other,

    /// <summary>It is assigned to: <c>fc = …</c>, <c>(q, v) = …</c>.</summary>
    Written,

    /// <summary>It is called: <c>fc.forward(x)</c>, <c>this.fc.call(x)</c>.</summary>
    Called,
}

/// <summary>Reads mentions.</summary>
internal static class Mentions
{
    /// <summary>How a name is used; the name of an argument or of a property of another object is none's use.</summary>
    public static Mention Of(IdentifierNameSyntax name)
    {
        ExpressionSyntax member = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : name;
        return member.Parent switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "forward" or "call", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } } access
                when access.Expression == member => Mention.Called,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == member => Mention.Written,
            ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } tuple }
                when assignment.Left == tuple && assignment.Parent is ExpressionStatementSyntax => Mention.Written,
            _ => Mention.Other,
        };
    }
}
