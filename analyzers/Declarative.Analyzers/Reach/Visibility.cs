using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Reach;

/// <summary>Where a member can be used.</summary>
internal static class Visibility
{
    /// <summary>Whether code outside the member's class can use it.</summary>
    public static bool LeavesClass(ISymbol member) => member switch
    {
        IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } or IMethodSymbol { ExplicitInterfaceImplementations.Length: > 0 } => true,
        _ => member.DeclaredAccessibility is not (Accessibility.Private or Accessibility.NotApplicable),
    };
}
