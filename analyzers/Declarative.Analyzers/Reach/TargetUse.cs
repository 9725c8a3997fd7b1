using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers.Reach;

/// <summary>One use of a target.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Target">The member whose layer is used.</param>
/// <param name="Location">The smallest text that is wrong.</param>
/// <param name="Detail">The method, member or expression that the message names.</param>
/// <param name="Reason">Why, where the kind needs a reason.</param>
/// <param name="CanCall">Whether a call of the layer in its place would reach the adapter.</param>
internal sealed record TargetUse(
    UseKind Kind, TargetMember Target, Location Location, string Detail = "", string Reason = "", bool CanCall = false);
