using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Declarative.Analyzers.Reach;

/// <summary>What becomes of a call of forward or call.</summary>
/// <param name="IsIntercepted">Whether an interceptor can stand in for it.</param>
/// <param name="Type">The type in the way.</param>
/// <param name="Reason">What is in the way.</param>
internal readonly record struct Interception(bool IsIntercepted, string? Type = null, string Reason = "")
{
    public static Interception Of(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return new(false, type.Name, "is not visible outside its class, so no interceptor can name it");
            if (t.IsFileLocal)
                return new(false, type.Name, "is local to its file, so no interceptor can name it");
        }
        return new(true);
    }
}
