using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Reach;

/// <summary>Members by name, and how a message calls one.</summary>
internal static class MemberNames
{
    private static readonly SymbolDisplayFormat Operator = new(
        memberOptions: SymbolDisplayMemberOptions.None, miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>The first member of that name, of the class itself or of the nearest base class that has one.</summary>
    public static ISymbol? Find(INamedTypeSymbol type, string name)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.GetMembers(name) is { IsEmpty: false } members)
                return members[0];
        }
        return null;
    }

    /// <summary>The member's name; an operator as it is declared.</summary>
    public static string Of(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } => member.ToDisplayString(Operator),
        _ => member.Name,
    };
}
