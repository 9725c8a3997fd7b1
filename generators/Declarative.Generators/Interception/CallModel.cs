using Declarative.Generators.Model;

namespace Declarative.Generators.Interception;

/// <summary>The calls in one class that may be on a target.</summary>
/// <param name="HintName">The start of the generated file's name.</param>
/// <param name="ClassName">The class, for people.</param>
/// <param name="ClassKey">The class, for <see cref="TargetIndex"/>.</param>
/// <param name="Calls">In the order of the source.</param>
internal sealed record ClassCalls(string HintName, string ClassName, string ClassKey, EquatableArray<CallSite> Calls);

/// <summary>One call of <c>forward</c> or <c>call</c> from tensor to tensor.</summary>
/// <param name="DeclaringType">The type that declares the bound method, as code: an interceptor's <c>this</c>.</param>
/// <param name="Method"><c>forward</c> or <c>call</c>.</param>
/// <param name="IsInterface">Whether <paramref name="DeclaringType"/> is an interface.</param>
/// <param name="Member">The member that the call is made on; null for any other expression.</param>
/// <param name="Receiver">The expression that the call is made on, for people.</param>
/// <param name="Version">The version of <paramref name="Data"/>.</param>
/// <param name="Data">The compiler's encoding of the place, with a hash of the file in it.</param>
internal sealed record CallSite(
    string DeclaringType, string Method, bool IsInterface, string? Member, string Receiver, int Version, string Data);
