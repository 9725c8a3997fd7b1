using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Reach;

/// <summary>How a message calls a member.</summary>
internal static class MemberNames
{
    private static readonly SymbolDisplayFormat Operator = new(
        memberOptions: SymbolDisplayMemberOptions.None, miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>The member's name; an operator as it is declared.</summary>
    public static string Of(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } => member.ToDisplayString(Operator),
        _ => member.Name,
    };
}
