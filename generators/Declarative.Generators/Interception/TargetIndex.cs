using System.Collections.Immutable;
using Declarative.Generators.Model;

namespace Declarative.Generators.Interception;

/// <summary>What the annotated classes of a compilation target: which calls are intercepted is decided by this alone.</summary>
/// <param name="Classes">The classes in reach, with their base classes.</param>
/// <param name="Members">The members that are targets or hold some.</param>
/// <param name="OtherMembers">The members that surely are not.</param>
/// <param name="Types">The types through which a target can be called.</param>
internal sealed record TargetIndex(StringSet Classes, StringSet Members, StringSet OtherMembers, StringSet Types)
{
    public static TargetIndex Merge(ImmutableArray<TargetIndex> parts) => new(
        StringSet.Union(parts.Select(static p => p.Classes)),
        StringSet.Union(parts.Select(static p => p.Members)),
        StringSet.Union(parts.Select(static p => p.OtherMembers)),
        StringSet.Union(parts.Select(static p => p.Types)));

    /// <summary>The calls to intercept: on a target member anywhere, and inside a class in reach on whatever may be a target.</summary>
    public ClassCalls Filter(ClassCalls calls)
    {
        var inReach = Classes.Contains(calls.ClassKey);
        return calls with { Calls = calls.Calls.Where(c => IsTarget(c, inReach)).ToEquatableArray() };
    }

    /// <summary>Whether a call in a class, in reach or not, is one to intercept.</summary>
    public bool IsTarget(CallSite call, bool inReach) =>
        call.Member is { } member && Members.Contains(member)
        || inReach && (call.Member is null || !OtherMembers.Contains(call.Member)) && Types.Contains(call.DeclaringType);
}
