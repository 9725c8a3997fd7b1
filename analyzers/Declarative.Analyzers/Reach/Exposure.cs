using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Reach;

/// <summary>Decides whether a target leaves its class through a member.</summary>
internal sealed class Exposure(BodyUses body)
{
    /// <summary>Reports those of <paramref name="members"/> that code elsewhere can use; a member that is a target itself is judged where it is used.</summary>
    public void Report(IEnumerable<ISymbol> members, TargetValue value)
    {
        foreach (var member in members)
        {
            if (body.Index.Find(member) is null && Leaves(member))
                body.Report(UseKind.Exposed, value, MemberNames.Of(member));
        }
    }

    // A private type is used by the class around it alone, whose calls may be intercepted too.
    private bool Leaves(ISymbol member) =>
        Visibility.LeavesClass(member)
        && !(member.ContainingType is { DeclaredAccessibility: Accessibility.Private, ContainingType: { } outer } && body.Index.IsInReach(outer));
}
